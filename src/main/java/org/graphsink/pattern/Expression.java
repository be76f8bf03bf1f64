package org.graphsink.pattern;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the value of a property comes from: a part of the record, or a function of such parts. {@link #toString()} is
 * its canonical text.
 */
public sealed interface Expression permits Source, Expression.Call {

    /** The parts of the record that it reads. */
    default Stream<Source> sources() {
        return this instanceof Call call
                ? call.arguments().stream().flatMap(Expression::sources)
                : Stream.of((Source) this);
    }

    record Call(Function function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            return arguments.stream()
                    .map(Expression::toString)
                    .collect(Collectors.joining(", ", function.cypherName() + "(", ")"));
        }
    }
}
