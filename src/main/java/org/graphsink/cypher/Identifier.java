package org.graphsink.cypher;

import java.util.regex.Pattern;

/**
 * A label, relationship type, property, constraint or index name, quoted for Cypher text. This is the only way by which
 * a name enters a statement.
 *
 * <p>Every name is quoted, none is judged: a backtick is doubled. A backslash that would start one of Cypher's Unicode
 * escapes, which the server resolves before it looks for quotes, is itself written as such an escape.
 *
 * @see <a href="https://neo4j.com/docs/cypher-manual/current/syntax/naming/">Naming rules</a>
 * @see <a href="https://neo4j.com/docs/cypher-manual/current/syntax/parsing/#_using_unicodes_in_cypher">Unicode in
 *     Cypher</a>
 */
public record Identifier(String name) {

    /** A backslash that another one stands before is not the start of an escape. */
    private static final Pattern ESCAPE = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u");

    public Identifier {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A name in Cypher cannot be empty");
        }
    }

    /** The quoted name. */
    public static String quote(String name) {
        return new Identifier(name).toString();
    }

    @Override
    public String toString() {
        var safe = name.contains("\\u") ? ESCAPE.matcher(name).replaceAll("$1\\\\u005Cu") : name;
        return '`' + safe.replace("`", "``") + '`';
    }
}
