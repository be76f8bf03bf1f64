package org.graphsink.demo.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A drawing of a graph as a self-contained SVG document, the same one for the same graph. */
public final class GraphPicture {

    private final String title;
    private final Map<String, PictureNode> nodes = new LinkedHashMap<>();
    private final List<PictureRelationship> relationships = new ArrayList<>();

    public GraphPicture(String title) {
        this.title = title;
    }

    /** @param caption what is written into the circle, in a few lines of a few letters */
    public void node(String id, String label, String caption) {
        nodes.put(id, new PictureNode(nodes.size(), label, caption));
    }

    /** Between two nodes that were added before. */
    public void relationship(String start, String end, String type) {
        relationships.add(
                new PictureRelationship(nodes.get(start).index(), nodes.get(end).index(), type));
    }

    /** The document's text. */
    public String svg() {
        var list = List.copyOf(nodes.values());
        return new SvgDrawing(title, list, relationships, ForceLayout.of(list.size(), relationships)).text();
    }
}
