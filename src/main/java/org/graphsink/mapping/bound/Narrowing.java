package org.graphsink.mapping.bound;

import java.util.HashSet;
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
            determined[i] = !parts.get(i).isEmpty() && parts.get(i).keyFields().isPresent();
        }
        for (int known = 0; known < toOneRow.length && !recordKey.isEmpty(); known++) {
            var fields = new HashSet<List<String>>();
            for (int i = 0; i < PARTS; i++) {
                if ((known & 1 << i) != 0) {
                    parts.get(i).keyFields().ifPresent(fields::addAll);
                }
            }
            toOneRow[known] = fields.containsAll(recordKey);
        }
    }

    boolean isDetermined(int part) {
        return determined[part];
    }

    boolean isToOneRow(boolean start, boolean end, boolean own) {
        return toOneRow[(start ? 1 : 0) + (end ? 2 : 0) + (own ? 4 : 0)];
    }
}
