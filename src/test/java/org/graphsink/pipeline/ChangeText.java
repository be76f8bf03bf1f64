package org.graphsink.pipeline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.graphsink.graph.Carried;
import org.graphsink.graph.Claims;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.GraphChange.CarryProperties;
import org.graphsink.graph.GraphChange.DeleteNode;
import org.graphsink.graph.GraphChange.DeleteRelationship;
import org.graphsink.graph.GraphChange.EmptyLabel;
import org.graphsink.graph.GraphChange.EmptyRelationshipType;
import org.graphsink.graph.GraphChange.PruneRelationships;
import org.graphsink.graph.GraphChange.RekeyNode;
import org.graphsink.graph.GraphChange.SetAsideNode;
import org.graphsink.graph.GraphChange.TakeBackNode;
import org.graphsink.graph.GraphChange.UpsertNode;
import org.graphsink.graph.GraphChange.UpsertRelationship;
import org.graphsink.graph.Heir;
import org.graphsink.graph.Key;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.Properties;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.Reference;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;
import org.graphsink.graph.RelationshipShape;
import org.graphsink.graph.Share;
import org.graphsink.source.Mapped;

/** Graph changes as lines of text with all that they hold, so that tests compare all of it. */
public final class ChangeText {

    private ChangeText() {}

    /** One line per change. */
    public static String of(List<? extends GraphChange> changes) {
        return changes.stream().map(change -> of(change) + "\n").collect(Collectors.joining());
    }

    public static String of(Mapped mapped) {
        return mapped instanceof Mapped.Skipped skipped
                ? "skipped: " + skipped.reason()
                : of(mapped.changes()) + leftOut((Mapped.Changes) mapped);
    }

    private static String leftOut(Mapped.Changes mapped) {
        return mapped.leftOut() == 0 ? "" : "left out: " + mapped.leftOut() + "\n";
    }

    private static String of(GraphChange change) {
        if (change instanceof UpsertNode upsert) {
            return "upsert " + of(upsert.node())
                    + labels(" +", upsert.addedLabels())
                    + labels(" -", upsert.removedLabels())
                    + written(upsert.properties(), upsert.write())
                    + missing(upsert.missing(), " if it exists")
                    + adopting(upsert.otherKeys());
        } else if (change instanceof DeleteNode delete) {
            return "delete " + of(delete.node()) + claims(delete.claims());
        } else if (change instanceof RekeyNode rekey) {
            return "rekey " + of(rekey.from()) + " to " + of(rekey.to());
        } else if (change instanceof SetAsideNode aside) {
            return "set aside " + of(aside.node()) + " for " + aside.move().name()
                    + (aside.certain() ? "" : " if it is there") + carried(aside.carried());
        } else if (change instanceof TakeBackNode back) {
            return "take back " + of(back.node()) + " from " + back.move().name()
                    + back.told().map(told -> " but " + told).orElse(", no properties");
        } else if (change instanceof UpsertRelationship upsert) {
            return "upsert " + of(upsert.relationship())
                    + written(upsert.properties(), upsert.write())
                    + (upsert.missing() == MissingEndpoints.CREATE
                            ? ""
                            : " or " + upsert.missing().name().toLowerCase(Locale.ROOT));
        } else if (change instanceof CarryProperties carry) {
            return "carry " + carry.names() + " from " + of(carry.from()) + " to " + of(carry.to());
        } else if (change instanceof DeleteRelationship delete) {
            return "delete " + of(delete.relationship()) + heir(delete.heir());
        } else if (change instanceof PruneRelationships prune) {
            return "prune " + of(prune.scope())
                    + keeping(prune.keep(), prune.heir().map(Heir::relationship));
        } else if (change instanceof EmptyLabel empty) {
            return "empty (:" + empty.shape().label() + ")" + claims(empty.claims());
        }
        var empty = (EmptyRelationshipType) change;
        return "empty (:" + empty.startLabel() + ")-[:" + empty.type() + "]->(:" + empty.endLabel() + ")";
    }

    public static String adopting(List<List<String>> otherKeys) {
        return otherKeys.isEmpty() ? "" : ", also found by " + otherKeys;
    }

    private static String heir(Optional<Heir> heir) {
        return heir.map(to -> " to be " + of(to.relationship())).orElse("");
    }

    private static String carried(Carried carried) {
        return carried.share()
                        .map(share -> share.allBut() ? ", all but " + share.names() : ", only " + share.names())
                        .orElse("")
                + (carried.labels().isEmpty() ? "" : ", without labels " + carried.labels())
                + (carried.made().isEmpty()
                        ? ""
                        : carried.made().stream()
                                .map(ChangeText::of)
                                .collect(Collectors.joining(", ", ", without ", "")));
    }

    private static String of(Reference reference) {
        var type = "[" + reference.type().map(name -> ":" + name).orElse("") + "]";
        return reference.incoming() ? "<-" + type + "-" : "-" + type + "->";
    }

    public static String missing(MissingNode missing, String left) {
        return switch (missing) {
            case CREATE -> "";
            case CREATE_FOR_ROW -> " for its row";
            case CREATE_PLACEHOLDER -> " or a placeholder";
            case LEAVE -> left;
        };
    }

    public static String claims(Claims claims) {
        if (claims.areNone()) {
            return "";
        }
        var text = new StringJoiner(", ", " unless held by ", "");
        text.setEmptyValue(" unless held");
        claims.references().forEach(reference -> text.add(of(reference)));
        return text
                + claims.share().map(ChangeText::share).orElse("")
                + (claims.labels().isEmpty() ? "" : ", losing labels " + claims.labels())
                + claims.otherKeys().stream()
                        .map(key -> ", found by " + key.names()
                                + key.references().stream().map(ChangeText::of).toList())
                        .collect(Collectors.joining())
                + claims.share()
                        .filter(share -> !share.alsoGiven().isEmpty())
                        .map(share -> " unless " + share.alsoGiven())
                        .orElse("");
    }

    private static String share(Share share) {
        var lost = share.names().toString();
        return (share.others().isEmpty() ? "" : ", marked " + share.others())
                + (share.unmarked() ? ", written to" : "")
                + share.mark().map(mark -> ", losing " + mark).orElse("")
                + ", losing " + (share.allBut() ? "all but " + lost : lost);
    }

    public static String of(NodeIdentity node) {
        return end(node.shape(), node.key());
    }

    public static String of(RelationshipIdentity relationship) {
        return of(relationship.start()) + "-[:" + relationship.type()
                + key(relationship.shape().key(), relationship.key())
                + likes(relationship.shape())
                + "]->"
                + of(relationship.end());
    }

    public static String of(RelationshipScope scope) {
        return end(scope.shape().start(), scope.start())
                + "-[:" + scope.type() + key(scope.shape().key(), scope.key()) + likes(scope.shape()) + "]->"
                + end(scope.shape().end(), scope.end());
    }

    private static String likes(RelationshipShape shape) {
        return shape.keysOfLikes().isEmpty() ? "" : " not by " + shape.keysOfLikes();
    }

    private static String end(NodeShape shape, Key key) {
        return "(:" + shape.label() + key(shape.key(), key) + ")";
    }

    /** @param heir one of those that are kept */
    public static String keeping(Collection<RelationshipIdentity> keep, Optional<RelationshipIdentity> heir) {
        var kept = keep.isEmpty()
                ? ""
                : keep.stream().map(ChangeText::of).sorted().collect(Collectors.joining(", ", " but ", ""));
        return kept
                + heir.map(one -> keep.size() == 1 ? ", the heir" : ", the heir " + of(one))
                        .orElse("");
    }

    private static String key(List<String> names, Key key) {
        return key.isEmpty() ? "" : " " + of(names, key);
    }

    public static String of(List<String> names, Key key) {
        var text = new StringJoiner(", ", "{", "}");
        for (int i = 0; i < key.size(); i++) {
            text.add(names.get(i) + ": " + value(key.value(i)));
        }
        return text.toString();
    }

    public static String labels(String sign, Set<String> labels) {
        return new TreeSet<>(labels).stream().map(label -> sign + label).collect(Collectors.joining());
    }

    private static String written(Properties properties, PropertyWrite write) {
        if (write == PropertyWrite.REPLACE) {
            return " = " + of(properties);
        }
        return properties.isEmpty() ? "" : " += " + of(properties) + emptied(properties);
    }

    private static String emptied(Properties properties) {
        return properties.emptied().isEmpty()
                ? ""
                : " and nothing else below " + String.join(", ", properties.emptied());
    }

    public static String of(Properties properties) {
        var text = new StringJoiner(", ", "{", "}");
        for (int i = 0; i < properties.size(); i++) {
            text.add(properties.names().get(i) + ": " + value(properties.value(i)));
        }
        return text.toString();
    }

    private static String value(Object value) {
        if (value instanceof String text) {
            return "'" + text + "'";
        } else if (value instanceof LocalDate) {
            return "date('" + value + "')";
        } else if (value instanceof LocalTime) {
            return "localtime('" + value + "')";
        } else if (value instanceof OffsetTime) {
            return "time('" + value + "')";
        } else if (value instanceof LocalDateTime) {
            return "localdatetime('" + value + "')";
        } else if (value instanceof ZonedDateTime) {
            return "datetime('" + value + "')";
        } else if (value instanceof double[] doubles) {
            return "vector(" + Arrays.toString(doubles) + ")";
        } else if (value instanceof byte[] bytes) {
            return "bytes(" + Arrays.toString(bytes) + ")";
        } else if (value instanceof List<?> list) {
            return list.stream().map(ChangeText::value).collect(Collectors.joining(", ", "[", "]"));
        }
        return String.valueOf(value);
    }
}
