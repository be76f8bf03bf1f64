package org.graphsink.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * The mapping language: a superset of the patterns of the official Neo4j connector, in its Cypher form and its simple
 * form.
 *
 * <pre>{@code
 * (:Order:$(kind) {!id, total, placedAt: datetime(placed_at)})
 * (:Order {!id})-[:PLACED_BY {since: placed_at}]->(:Customer {!id: customer_id})
 * Order{!id}
 * Order{!id} PLACED_BY Customer{!id: customer_id}
 * }</pre>
 *
 * @see <a href="https://neo4j.com/docs/kafka/current/sink/pattern/">Pattern strategy of the official connector</a>
 */
final class PatternParser {

    private static final String A_PATTERN = "a pattern such as (:Customer {!id})";
    private static final String LABEL = "':' and a label, as in (:Customer {!id}),";
    private static final String NODE_BRACES = "'{' and the node's key, as in {!id},";

    private final Tokens tokens;
    private final NameParser names;
    private final SelectorParser selectors;

    private PatternParser(String text) {
        this.tokens = new Tokens(text);
        this.names = new NameParser(tokens);
        this.selectors = new SelectorParser(tokens);
    }

    /**
     * Reads one or more patterns, separated by {@code ;} (there may be one after the last).
     *
     * @return at least one pattern, in the order of the text
     * @throws PatternException at the first mistake
     */
    static List<Pattern> parse(String text) {
        return new PatternParser(text).patterns();
    }

    private List<Pattern> patterns() {
        var patterns = new ArrayList<Pattern>();
        do {
            patterns.add(tokens.at(TokenKind.LEFT_PAREN) ? cypherPattern() : simplePattern());
        } while (tokens.accept(TokenKind.SEMICOLON) && !tokens.at(TokenKind.END));
        return List.copyOf(patterns);
    }

    /** A node of which it is not yet known whether it is an endpoint. */
    private record Node(Name label, List<Name> furtherLabels, Braces braces) {

        NodePattern alone(Tokens tokens) {
            return new NodePattern(label, furtherLabels, braces.ofNode(tokens));
        }

        NodePattern endpoint(Tokens tokens) {
            return new NodePattern(label, furtherLabels, braces.ofEndpoint(tokens));
        }
    }

    private Pattern cypherPattern() {
        Node left = cypherNode();
        boolean toLeft = tokens.accept(TokenKind.LESS);
        if (!toLeft && !tokens.at(TokenKind.MINUS)) {
            checkEnd("'-[', '<-[', ';' or the end of the text");
            return left.alone(tokens);
        }
        tokens.expect(TokenKind.MINUS, "'-['");
        tokens.expect(TokenKind.LEFT_BRACKET, "'[' and a relationship type, as in -[:PLACED_BY]->,");
        skipVariable();
        tokens.expect(TokenKind.COLON, "':' and a relationship type, as in -[:PLACED_BY]->,");
        Name type = names.name("a relationship type after ':'");
        String closing = tokens.at(TokenKind.LEFT_BRACE) ? "']'" : "'{' or ']'";
        List<Selector> properties = relationshipProperties();
        tokens.expect(TokenKind.RIGHT_BRACKET, closing);
        tokens.expect(TokenKind.MINUS, toLeft ? "'-'" : "'->'");
        if (toLeft && tokens.at(TokenKind.GREATER)) {
            throw tokens.mistake(tokens.peek(), "a relationship has one direction: either '<-[…]-' or '-[…]->'");
        }
        if (!toLeft) {
            tokens.expect(TokenKind.GREATER, "'>', because a relationship has a direction: '-[…]->' or '<-[…]-',");
        }
        Node right = cypherNode();
        if (tokens.at(TokenKind.MINUS) || tokens.at(TokenKind.LESS)) {
            throw tokens.mistake(
                    tokens.peek(), "a pattern has one relationship: write the next one after ';', with both its nodes");
        }
        checkEnd("';' or the end of the text");
        NodePattern first = left.endpoint(tokens);
        NodePattern second = right.endpoint(tokens);
        return toLeft
                ? new RelationshipPattern(second, type, properties, first)
                : new RelationshipPattern(first, type, properties, second);
    }

    private Node cypherNode() {
        tokens.expect(TokenKind.LEFT_PAREN, "'(' and a node");
        skipVariable();
        tokens.expect(TokenKind.COLON, LABEL);
        Node node = node("a label after ':'");
        tokens.expect(TokenKind.RIGHT_PAREN, "')'");
        return node;
    }

    /** Cypher's variables mean nothing here, but patterns are often pasted with them. */
    private void skipVariable() {
        if (tokens.atName() && tokens.then(TokenKind.COLON)) {
            tokens.take();
        }
    }

    private Pattern simplePattern() {
        Node start = simpleNode(A_PATTERN);
        if (!names.atName()) {
            checkEnd("a relationship type, ';' or the end of the text");
            return start.alone(tokens);
        }
        Name type = names.name("a relationship type");
        List<Selector> properties = relationshipProperties();
        Node end = simpleNode("the label of the end node");
        checkEnd("';' or the end of the text");
        return new RelationshipPattern(start.endpoint(tokens), type, properties, end.endpoint(tokens));
    }

    private Node simpleNode(String expected) {
        if (!names.atName()) {
            throw tokens.unexpected(expected);
        }
        return node(expected);
    }

    private Node node(String expected) {
        Name label = names.name(expected);
        List<Name> furtherLabels = names.furtherLabels(label);
        return new Node(label, furtherLabels, selectors.braces(NODE_BRACES));
    }

    /**
     * A topic's only pattern means all of the record when a relationship has no braces, as it does in the official
     * connector. Beside other patterns, which take the record's fields, it means none of them.
     */
    private List<Selector> relationshipProperties() {
        if (tokens.at(TokenKind.LEFT_BRACE)) {
            return selectors.braces("'{'").ofRelationship(tokens);
        }
        return tokens.hasSeveralPatterns() ? List.of() : List.of(new Selector.All());
    }

    private void checkEnd(String expected) {
        if (!tokens.at(TokenKind.SEMICOLON) && !tokens.at(TokenKind.END)) {
            throw tokens.unexpected(expected);
        }
    }
}
