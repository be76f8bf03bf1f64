package org.graphsink.demo.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Places nodes by forces: all push each other away, relationships pull like springs, and a weak pull to the middle keeps
 * unconnected parts together. The system cools until it rests; at last, nodes that overlap are moved apart.
 *
 * @see <a href="https://doi.org/10.1002/spe.4380211102">Fruchterman and Reingold, Graph drawing by force-directed
 *     placement</a>
 */
final class ForceLayout {

    /** The length at which push and pull of two related nodes are equal. */
    static final double LENGTH = 98;

    /** No two nodes are nearer to each other. */
    static final double LEAST_DISTANCE = 136;

    private static final int BEGINNINGS = 60;
    private static final int STEPS = 700;
    private static final double GRAVITY = 0.05;

    /** Pictures are wider than high. */
    private static final double FLATTENING = 2.2;

    /** Nodes further apart do not push each other, so that parts without relationships stay near. */
    private static final double REACH = 380;

    private final double[] x;
    private final double[] y;
    private final List<PictureRelationship> relationships;

    private ForceLayout(int nodes, List<PictureRelationship> relationships, int seed) {
        this.x = new double[nodes];
        this.y = new double[nodes];
        this.relationships = relationships;
        var random = new Random(seed);
        for (int i = 0; i < nodes; i++) {
            x[i] = random.nextDouble() * LENGTH * Math.sqrt(nodes);
            y[i] = random.nextDouble() * LENGTH * Math.sqrt(nodes);
        }
    }

    /** The places of the nodes by index: of the rests that different beginnings lead to, the one that reads best. */
    static List<Point> of(int nodes, List<PictureRelationship> relationships) {
        return IntStream.range(0, BEGINNINGS)
                .mapToObj(seed -> from(seed, nodes, relationships))
                .min(Comparator.comparingDouble(places -> new Clutter(places, relationships).amount()))
                .orElseThrow();
    }

    private static List<Point> from(int seed, int nodes, List<PictureRelationship> relationships) {
        var layout = new ForceLayout(nodes, relationships, seed);
        for (int step = 0; step < STEPS; step++) {
            layout.move(LENGTH * (1 - (double) step / STEPS));
        }
        layout.separate();
        var points = new ArrayList<Point>();
        for (int i = 0; i < nodes; i++) {
            points.add(new Point(layout.x[i], layout.y[i]));
        }
        return points;
    }

    private void move(double temperature) {
        int nodes = x.length;
        var dx = new double[nodes];
        var dy = new double[nodes];
        double middleX = mean(x);
        double middleY = mean(y);
        for (int i = 0; i < nodes; i++) {
            dx[i] -= (x[i] - middleX) * GRAVITY;
            dy[i] -= (y[i] - middleY) * GRAVITY * FLATTENING;
            for (int j = 0; j < nodes; j++) {
                if (i != j) {
                    double distance = Math.max(1, Math.hypot(x[i] - x[j], y[i] - y[j]));
                    double push = distance > REACH ? 0 : LENGTH * LENGTH / distance / distance;
                    dx[i] += (x[i] - x[j]) * push;
                    dy[i] += (y[i] - y[j]) * push;
                }
            }
        }
        for (var relationship : relationships) {
            int i = relationship.start();
            int j = relationship.end();
            double pull = Math.hypot(x[i] - x[j], y[i] - y[j]) / LENGTH;
            dx[i] -= (x[i] - x[j]) * pull;
            dy[i] -= (y[i] - y[j]) * pull;
            dx[j] += (x[i] - x[j]) * pull;
            dy[j] += (y[i] - y[j]) * pull;
        }
        for (int i = 0; i < nodes; i++) {
            double length = Math.max(1e-9, Math.hypot(dx[i], dy[i]));
            double way = Math.min(length, temperature) / length;
            x[i] += dx[i] * way;
            y[i] += dy[i] * way;
        }
    }

    private void separate() {
        boolean moved = true;
        for (int round = 0; moved && round < STEPS; round++) {
            moved = false;
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < i; j++) {
                    moved |= separate(i, j);
                }
            }
        }
    }

    private boolean separate(int i, int j) {
        double distance = Math.hypot(x[i] - x[j], y[i] - y[j]);
        if (distance >= LEAST_DISTANCE - 0.5) {
            return false;
        }
        double half = (LEAST_DISTANCE - distance) / 2 / Math.max(1e-3, distance);
        double dx = (distance == 0 ? 1e-3 : x[i] - x[j]) * half;
        double dy = (y[i] - y[j]) * half;
        x[i] += dx;
        y[i] += dy;
        x[j] -= dx;
        y[j] -= dy;
        return true;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / Math.max(1, values.length);
    }
}
