package org.graphsink.demo.picture;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes the SVG: relationships first, circles over them, a legend at the left. */
final class SvgDrawing {

    private static final double RADIUS = 34;
    private static final double MARGIN = 60;
    private static final double LEGEND = 210;
    private static final double HEAD = 70;
    private static final double LINE = 12;
    /** How far a second relationship between the same nodes bends aside. */
    private static final double BEND = 26;

    private final String title;
    private final List<PictureNode> nodes;
    private final List<PictureRelationship> relationships;
    private final List<Point> places;
    private final Palette palette = new Palette();
    private final StringBuilder svg = new StringBuilder();
    private final double width;
    private final double height;

    SvgDrawing(String title, List<PictureNode> nodes, List<PictureRelationship> relationships, List<Point> around) {
        this.title = title;
        this.nodes = nodes;
        this.relationships = relationships;
        double left = around.stream().mapToDouble(Point::x).min().orElse(0);
        double top = around.stream().mapToDouble(Point::y).min().orElse(0);
        double right = around.stream().mapToDouble(Point::x).max().orElse(0);
        double bottom = around.stream().mapToDouble(Point::y).max().orElse(0);
        this.places = around.stream()
                .map(place -> place.plus(LEGEND + MARGIN - left, HEAD + MARGIN - top))
                .toList();
        this.width = LEGEND + right - left + 2 * MARGIN;
        this.height = Math.max(HEAD + bottom - top + 2 * MARGIN, 480);
        nodes.forEach(node -> palette.of(node.label()));
    }

    String text() {
        append("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%.0f" viewBox="0 0 %.0f %.0f" \
                font-family="Helvetica, Arial, 'DejaVu Sans', sans-serif">
                <title>%s</title>
                <defs>
                <marker id="head" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="7" markerHeight="7" orient="auto">
                <path d="M0,0.8 L8,4 L0,7.2 Z" fill="#7a828c"/>
                </marker>
                </defs>
                <rect width="100%%" height="100%%" fill="#fbfbfa"/>
                """, width, height, width, height, escape(title));
        relationships();
        nodes.forEach(this::node);
        legend();
        return svg.append("</svg>\n").toString();
    }

    private void relationships() {
        var between = new HashMap<List<Integer>, Integer>();
        for (var relationship : relationships) {
            var pair = List.of(
                    Math.min(relationship.start(), relationship.end()),
                    Math.max(relationship.start(), relationship.end()));
            int before = between.merge(pair, 1, Integer::sum) - 1;
            relationship(relationship, (before % 2 == 0 ? 1 : -1) * ((before + 1) / 2) * BEND);
        }
    }

    private void relationship(PictureRelationship relationship, double bend) {
        Point start = places.get(relationship.start());
        Point end = places.get(relationship.end());
        double length = Math.max(1, start.distance(end));
        double alongX = (end.x() - start.x()) / length;
        double alongY = (end.y() - start.y()) / length;
        Point from = start.plus(alongX * (RADIUS + 2), alongY * (RADIUS + 2));
        Point to = end.plus(-alongX * (RADIUS + 3), -alongY * (RADIUS + 3));
        Point middle = new Point((start.x() + end.x()) / 2, (start.y() + end.y()) / 2)
                .plus(-alongY * bend * 2, alongX * bend * 2);
        append(
                "<path d=\"M%.1f,%.1f Q%.1f,%.1f %.1f,%.1f\" fill=\"none\" stroke=\"#9aa2ab\" stroke-width=\"1.3\""
                        + " marker-end=\"url(#head)\"/>%n",
                from.x(), from.y(), middle.x(), middle.y(), to.x(), to.y());
        double angle = Math.toDegrees(Math.atan2(alongY, alongX));
        double readable = angle > 90 || angle <= -90 ? angle + 180 : angle;
        Point label =
                new Point((start.x() + end.x()) / 2, (start.y() + end.y()) / 2).plus(-alongY * bend, alongX * bend);
        append(
                "<text x=\"%.1f\" y=\"%.1f\" transform=\"rotate(%.1f %.1f %.1f)\" text-anchor=\"middle\" dy=\"-3.5\""
                        + " font-size=\"8.5\" fill=\"#4b535c\" stroke=\"#fbfbfa\" stroke-width=\"2\""
                        + " paint-order=\"stroke\">%s</text>%n",
                label.x(), label.y(), readable, label.x(), label.y(), escape(relationship.type()));
    }

    private void node(PictureNode node) {
        Point place = places.get(node.index());
        var colour = palette.of(node.label());
        append(
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.0f\" fill=\"%s\" stroke=\"#ffffff\" stroke-width=\"2\"/>%n",
                place.x(), place.y(), RADIUS, colour.fill());
        var lines = Caption.lines(node.caption());
        double first = place.y() - (lines.size() - 1) * LINE / 2 + 3.6;
        for (int i = 0; i < lines.size(); i++) {
            append(
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" font-size=\"11\" fill=\"%s\">%s</text>%n",
                    place.x(), first + i * LINE, colour.text(), escape(lines.get(i)));
        }
    }

    private void legend() {
        var labels = new TreeMap<String, Integer>();
        nodes.forEach(node -> labels.merge(node.label(), 1, Integer::sum));
        var types = new TreeMap<String, Integer>();
        relationships.forEach(relationship -> types.merge(relationship.type(), 1, Integer::sum));
        words(24, 40, 20, "bold", title);
        words(24, 60, 12, "normal", nodes.size() + " nodes, " + relationships.size() + " relationships");
        double y = 100;
        for (var label : labels.entrySet()) {
            append(
                    "<circle cx=\"34\" cy=\"%.1f\" r=\"9\" fill=\"%s\"/>%n",
                    y - 4, palette.of(label.getKey()).fill());
            words(52, y, 12, "normal", count(label));
            y += 24;
        }
        y += 12;
        for (var type : types.entrySet()) {
            append(
                    "<path d=\"M25,%.1f L45,%.1f\" stroke=\"#9aa2ab\" stroke-width=\"1.3\" marker-end=\"url(#head)\"/>%n",
                    y - 4, y - 4);
            words(52, y, 12, "normal", count(type));
            y += 22;
        }
    }

    private static String count(Map.Entry<String, Integer> kind) {
        return kind.getKey() + "  (" + kind.getValue() + ")";
    }

    private void words(double x, double y, int size, String weight, String text) {
        append(
                "<text x=\"%.0f\" y=\"%.1f\" font-size=\"%d\" font-weight=\"%s\" fill=\"#262c33\">%s</text>%n",
                x, y, size, weight, escape(text));
    }

    private void append(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
