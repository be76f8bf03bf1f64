package org.graphsink.pattern;

import java.util.List;

/** Where the value of a property comes from: a part of the record, or a function of such parts. */
public sealed interface Expression permits Source, Expression.Call {

    record Call(Function function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }
}
