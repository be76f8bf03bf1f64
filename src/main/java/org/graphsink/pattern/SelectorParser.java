package org.graphsink.pattern;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what is between braces. */
final class SelectorParser {

    private static final String A_SELECTOR = "a property, '!' and a key, '*', or '-' and a field";

    private final Tokens tokens;
    private final ExpressionParser expressions;

    SelectorParser(Tokens tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens);
    }

    /** @param expected what the user should have written where there is no brace */
    Braces braces(String expected) {
        Token start = tokens.expect(TokenKind.LEFT_BRACE, expected);
        var entries = new ArrayList<Braces.Entry>();
        var taken = new HashSet<Object>();
        if (!tokens.at(TokenKind.RIGHT_BRACE)) {
            entries.add(entry(A_SELECTOR, taken));
            while (tokens.accept(TokenKind.COMMA)) {
                entries.add(entry("another property after ','", taken));
            }
        }
        tokens.expect(TokenKind.RIGHT_BRACE, entries.isEmpty() ? A_SELECTOR : "',' or '}'");
        return new Braces(start, List.copyOf(entries));
    }

    private Braces.Entry entry(String expected, Set<Object> taken) {
        Token start = tokens.peek();
        Selector selector = switch (start.kind()) {
            case BANG -> key();
            case STAR -> all();
            case MINUS -> exclude();
            case PLUS -> include("a property after '+'", true);
            default -> include(expected, false);
        };
        checkNew(start, selector, taken);
        return new Braces.Entry(start, selector);
    }

    private void checkNew(Token start, Selector selector, Set<Object> taken) {
        if (selector instanceof Selector.Key key) {
            checkNew(start, key.property(), taken);
        } else if (selector instanceof Selector.Include include) {
            checkNew(start, include.property(), taken);
        } else if (!taken.add(selector)) {
            throw tokens.mistake(start, selector + " is written twice");
        }
    }

    private void checkNew(Token start, String property, Set<Object> taken) {
        if (!taken.add(property)) {
            throw tokens.mistake(start, "the property " + NameText.ofProperty(property) + " is set twice");
        }
    }

    private Selector all() {
        tokens.take();
        return new Selector.All();
    }

    private Selector key() {
        tokens.take();
        Assignment key = assignment("the key's property after '!'");
        return new Selector.Key(key.property(), key.expression());
    }

    private Selector include(String expected, boolean plus) {
        if (plus) {
            tokens.take();
        }
        Assignment include = assignment(expected);
        return new Selector.Include(include.property(), include.expression());
    }

    private Selector exclude() {
        tokens.take();
        var name = DottedName.read(tokens, "a field after '-'");
        Source source = expressions.source(name);
        if (source.root() != Source.Root.RECORD && source.root() != Source.Root.VALUE) {
            throw tokens.mistake(
                    name.first(),
                    "'*' takes the fields of the value only, so there is no "
                            + name.first().description() + " to leave out");
        }
        return new Selector.Exclude(source);
    }

    private record Assignment(String property, Expression expression) {}

    private Assignment assignment(String expected) {
        var name = DottedName.read(tokens, expected);
        if (tokens.accept(TokenKind.COLON)) {
            return new Assignment(name.name(), expressions.expression("a field or a function after ':'"));
        }
        if (tokens.at(TokenKind.LEFT_PAREN) && !name.isQuoted()) {
            String function = expressions.function(name).cypherName();
            throw tokens.mistake(
                    name.first(),
                    "a function needs the name of the property that it sets, as in name: " + function + "(…)");
        }
        Source source = expressions.source(name);
        return new Assignment(source.defaultProperty(), source);
    }
}
