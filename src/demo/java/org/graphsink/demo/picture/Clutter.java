package org.graphsink.demo.picture;

import java.util.List;

/** How hard a layout is to read: lines that cross, nodes that lie on lines of others, and a shape unlike a page's. */
record Clutter(List<Point> places, List<PictureRelationship> relationships) {

    private static final double NEAR = 44;
    private static final double NODE_ON_LINE = 3;
    private static final double PAGE = 1.5;
    private static final double SHAPE = 4;

    double amount() {
        double amount = SHAPE * Math.abs(Math.log(shape() / PAGE));
        for (int i = 0; i < relationships.size(); i++) {
            for (int j = 0; j < i; j++) {
                amount += cross(relationships.get(i), relationships.get(j)) ? 1 : 0;
            }
            for (int node = 0; node < places.size(); node++) {
                amount += isOn(relationships.get(i), node) ? NODE_ON_LINE : 0;
            }
        }
        return amount;
    }

    private double shape() {
        var x = places.stream().mapToDouble(Point::x).summaryStatistics();
        var y = places.stream().mapToDouble(Point::y).summaryStatistics();
        return (x.getMax() - x.getMin() + 1) / (y.getMax() - y.getMin() + 1);
    }

    private boolean isOn(PictureRelationship line, int node) {
        if (node == line.start() || node == line.end()) {
            return false;
        }
        Point start = places.get(line.start());
        Point end = places.get(line.end());
        Point place = places.get(node);
        double dx = end.x() - start.x();
        double dy = end.y() - start.y();
        double along = ((place.x() - start.x()) * dx + (place.y() - start.y()) * dy) / Math.max(1, dx * dx + dy * dy);
        return along > 0 && along < 1 && place.distance(start.plus(dx * along, dy * along)) < NEAR;
    }

    private boolean cross(PictureRelationship one, PictureRelationship other) {
        Point a = places.get(one.start());
        Point b = places.get(one.end());
        Point c = places.get(other.start());
        Point d = places.get(other.end());
        return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
    }

    private static double side(Point from, Point to, Point point) {
        return Math.signum((to.x() - from.x()) * (point.y() - from.y()) - (to.y() - from.y()) * (point.x() - from.x()));
    }
}
