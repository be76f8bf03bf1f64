package org.graphsink.demo.picture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A colour for each label, in the order in which they are first asked for. All can be told apart by colour-blind readers.
 *
 * @see <a href="https://jfly.uni-koeln.de/color/">Okabe and Ito, Color Universal Design</a>
 */
final class Palette {

    private static final List<Colour> COLOURS = List.of(
            new Colour("#0072b2", "#ffffff"),
            new Colour("#56b4e9", "#10202c"),
            new Colour("#e69f00", "#2b1d00"),
            new Colour("#009e73", "#ffffff"),
            new Colour("#cc79a7", "#2a0f1e"),
            new Colour("#f0e442", "#2a2700"),
            new Colour("#d55e00", "#ffffff"));

    private final Map<String, Colour> byLabel = new LinkedHashMap<>();

    Colour of(String label) {
        return byLabel.computeIfAbsent(label, l -> COLOURS.get(byLabel.size() % COLOURS.size()));
    }

    /** @param text for letters on the fill */
    record Colour(String fill, String text) {}
}
