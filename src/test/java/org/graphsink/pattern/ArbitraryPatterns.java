package org.graphsink.pattern;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.graphsink.pattern.Source.Root;

/** Patterns as the parser makes them, with all that names can have in them. */
final class ArbitraryPatterns {

    private ArbitraryPatterns() {}

    static Arbitrary<List<Pattern>> patterns() {
        return Arbitraries.oneOf(
                        node(true).map(Pattern.class::cast), relationship().map(Pattern.class::cast))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static Arbitrary<NodePattern> node(boolean alone) {
        return Combinators.combine(name(), name().list().ofMaxSize(2), key(), alone ? selectors() : listed())
                .as((label, further, key, selectors) -> {
                    Set<Name> furtherLabels = new LinkedHashSet<>(further);
                    furtherLabels.remove(label);
                    var withKey = new ArrayList<>(selectors);
                    withKey.add(key);
                    var once = eachOnce(withKey);
                    return new NodePattern(label, List.copyOf(furtherLabels), alone ? withAllWhereImplied(once) : once);
                });
    }

    /** The key may have taken the place of the only include. */
    private static List<Selector> withAllWhereImplied(List<Selector> selectors) {
        if (selectors.stream().anyMatch(it -> it instanceof Selector.Include || it instanceof Selector.All)) {
            return selectors;
        }
        var result = new ArrayList<>(selectors);
        result.add(new Selector.All());
        return result;
    }

    private static Arbitrary<RelationshipPattern> relationship() {
        Arbitrary<List<Selector>> none = Arbitraries.just(List.of());
        return Combinators.combine(node(false), name(), Arbitraries.oneOf(none, selectors()), node(false))
                .as(RelationshipPattern::new);
    }

    /** Keys and includes as they come. */
    private static Arbitrary<List<Selector>> listed() {
        return Arbitraries.oneOf(key(), include()).list().ofMaxSize(4).map(ArbitraryPatterns::eachOnce);
    }

    /** Any selectors, with {@code *} where it may or must be. */
    private static Arbitrary<List<Selector>> selectors() {
        var some = Arbitraries.oneOf(key(), include(), exclude()).list().ofMaxSize(5);
        return Combinators.combine(
                        some,
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 5))
                .as((selectors, all, position) -> {
                    var result = new ArrayList<>(eachOnce(selectors));
                    if (all
                            || result.stream().noneMatch(Selector.Include.class::isInstance)
                            || result.stream().anyMatch(Selector.Exclude.class::isInstance)) {
                        result.add(Math.min(position, result.size()), new Selector.All());
                    }
                    return List.copyOf(result);
                });
    }

    /** Of selectors that set the same property, only the last key or the first include. */
    private static List<Selector> eachOnce(List<Selector> selectors) {
        var taken = new HashSet<>();
        var result = new ArrayList<Selector>();
        for (int i = selectors.size() - 1; i >= 0; i--) {
            if (taken.add(slot(selectors.get(i)))) {
                result.add(0, selectors.get(i));
            }
        }
        return List.copyOf(result);
    }

    private static Object slot(Selector selector) {
        if (selector instanceof Selector.Key key) {
            return key.property();
        }
        return selector instanceof Selector.Include include ? include.property() : selector;
    }

    private static Arbitrary<Selector> key() {
        return Arbitraries.oneOf(
                source().map(source -> new Selector.Key(source.defaultProperty(), source)),
                Combinators.combine(text(), expression(3)).as(Selector.Key::new));
    }

    private static Arbitrary<Selector> include() {
        return Arbitraries.oneOf(
                source().map(source -> new Selector.Include(source.defaultProperty(), source)),
                Combinators.combine(text(), expression(3)).as(Selector.Include::new));
    }

    private static Arbitrary<Selector> exclude() {
        return Combinators.combine(Arbitraries.of(Root.RECORD, Root.VALUE), path(1))
                .as(Source::new)
                .map(Selector.Exclude::new);
    }

    private static Arbitrary<Expression> expression(int depth) {
        Arbitrary<Expression> source = source().map(Expression.class::cast);
        if (depth == 0) {
            return source;
        }
        Arbitrary<Expression> call = Arbitraries.of(Function.class)
                .flatMap(function -> expression(depth - 1)
                        .list()
                        .ofMinSize(function.fewestArguments())
                        .ofMaxSize(function.mostArguments())
                        .map(arguments -> new Expression.Call(function, arguments)));
        return Arbitraries.oneOf(source, call);
    }

    private static Arbitrary<Source> source() {
        return Arbitraries.of(Root.class).flatMap(root -> {
            Arbitrary<List<String>> path =
                    root.hasFields() ? path(root == Root.KEY ? 0 : 1) : Arbitraries.just(List.of());
            return path.map(fields -> new Source(root, fields));
        });
    }

    private static Arbitrary<List<String>> path(int fewest) {
        return text().list().ofMinSize(fewest).ofMaxSize(3);
    }

    private static Arbitrary<Name> name() {
        var allowed = text().list().uniqueElements().ofMaxSize(3);
        return Arbitraries.oneOf(
                text().map(Name.Static::new),
                Combinators.combine(source(), allowed).as(Name.Dynamic::new));
    }

    private static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8),
                Arbitraries.strings()
                        .withChars("ab_1é価`.'\" {}()[]:;,!*+-$|<>\n\r\t\\\u0000\u200b\ud835")
                        .ofMinLength(1)
                        .ofMaxLength(6),
                Arbitraries.strings().all().ofMinLength(1).ofMaxLength(4),
                Arbitraries.of(
                        "__key", "__value", "__headers", "__offset", "date", "*", "a.b", ".", "a.", "2fa", "a$b"));
    }
}
