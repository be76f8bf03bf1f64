package org.graphsink.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads sources and calls of functions. */
final class ExpressionParser {

    /** Far more than any mapping needs, far less than the stack takes. */
    private static final int DEEPEST_NESTING = 20;

    private final Tokens tokens;

    ExpressionParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** @param expected what the user should have written where there is neither source nor function */
    Expression expression(String expected) {
        return expression(expected, 1);
    }

    private Expression expression(String expected, int depth) {
        var name = DottedName.read(tokens, expected);
        if (!tokens.at(TokenKind.LEFT_PAREN) || name.isQuoted()) {
            return source(name);
        }
        if (depth > DEEPEST_NESTING) {
            throw tokens.mistake(name.first(), "functions can be nested up to " + DEEPEST_NESTING + " deep");
        }
        Function function = function(name);
        return new Expression.Call(function, arguments(function, depth));
    }

    Function function(DottedName name) {
        return Function.of(name.name()).orElseThrow(() -> unknownFunction(name));
    }

    private List<Expression> arguments(Function function, int depth) {
        tokens.expect(TokenKind.LEFT_PAREN, "'('");
        var arguments = new ArrayList<Expression>();
        if (!tokens.at(TokenKind.RIGHT_PAREN)) {
            do {
                if (arguments.size() == function.mostArguments()) {
                    throw tokens.mistake(tokens.peek(), wrongNumber(function, "more"));
                }
                arguments.add(expression("a field or a function", depth + 1));
            } while (tokens.accept(TokenKind.COMMA));
        }
        if (tokens.at(TokenKind.RIGHT_PAREN) && arguments.size() < function.fewestArguments()) {
            throw tokens.mistake(tokens.peek(), wrongNumber(function, arguments.isEmpty() ? "none" : "fewer"));
        }
        tokens.expect(TokenKind.RIGHT_PAREN, arguments.size() < function.mostArguments() ? "',' or ')'" : "')'");
        return arguments;
    }

    private static String wrongNumber(Function function, String found) {
        String number = switch (function) {
            case POINT -> "2 or 3 arguments (longitude, latitude and perhaps height)";
            default -> "1 argument";
        };
        return function.cypherName() + "() takes " + number + " but has " + found;
    }

    private PatternException unknownFunction(DottedName name) {
        String hint = Nearest.to(
                        name.name(),
                        Arrays.stream(Function.values())
                                .map(Function::cypherName)
                                .toList())
                .map(nearest -> "; did you mean " + nearest + "()?")
                .orElseGet(() -> "; the functions are "
                        + Arrays.stream(Function.values())
                                .map(function -> function.cypherName() + "()")
                                .collect(Collectors.joining(", ")));
        return tokens.mistake(name.first(), "there is no function " + name.name() + "()" + hint);
    }

    /** The part of a record that the name stands for. */
    Source source(DottedName name) {
        List<Token> parts = name.parts();
        List<String> path = parts.stream().map(Token::text).toList();
        Optional<Source.Root> root =
                name.first().kind() == TokenKind.WORD ? Source.Root.of(path.get(0)) : Optional.empty();
        if (root.isEmpty()) {
            return new Source(Source.Root.RECORD, path);
        }
        if (parts.size() == 1 && !root.get().standsAlone()) {
            throw tokens.mistake(
                    tokens.peek(),
                    "expected '.' and a field after " + name.first().description());
        }
        if (parts.size() > 1 && !root.get().hasFields()) {
            throw tokens.mistake(parts.get(1), name.first().description() + " has no fields");
        }
        return new Source(root.get(), path.subList(1, path.size()));
    }
}
