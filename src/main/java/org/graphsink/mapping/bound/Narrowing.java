package org.graphsink.mapping.bound;

import java.util.ArrayList;
import java.util.List;

/** Which parts of what identifies a relationship the record key determines, and which of them together tell rows apart. */
final class Narrowing {

    private static final int PARTS = 3;

    private final boolean[] determined = new boolean[PARTS];
    /** By the sum of 2^n over the parts n. */
    private final boolean[] toOneRow = new boolean[1 << PARTS];

    /**
     * @param parts the keys of the start node, of the end node and of the relationship itself
     * @param recordKey the fields of the record key
     */
    Narrowing(List<BoundKey> parts, List<List<String>> recordKey) {
        for (int i = 0; i < PARTS; i++) {
            determined[i] = !parts.get(i).isEmpty() && parts.get(i).origin().isKnown();
        }
        for (int known = 0; known < toOneRow.length; known++) {
            var together = new ArrayList<KeyPart>(PARTS);
            for (int i = 0; i < PARTS; i++) {
                if ((known & 1 << i) != 0 && determined[i]) {
                    together.add(parts.get(i).origin());
                }
            }
            toOneRow[known] = KeyPart.all(together).tellsRowsApart(recordKey);
        }
    }

    boolean isDetermined(int part) {
        return determined[part];
    }

    boolean isToOneRow(boolean start, boolean end, boolean own) {
        return toOneRow[(start ? 1 : 0) + (end ? 2 : 0) + (own ? 4 : 0)];
    }
}
