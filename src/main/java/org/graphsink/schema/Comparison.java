package org.graphsink.schema;

import java.util.List;
import java.util.Optional;
import org.graphsink.cypher.Identifier;

/** Compares what is declared with what a database has. */
final class Comparison {

    private final Catalog catalog;

    Comparison(Catalog catalog) {
        this.catalog = catalog;
    }

    List<Finding> of(DeclaredSchema schema) {
        return schema.declarations().stream().map(this::of).toList();
    }

    Finding of(Declaration declaration) {
        if (declaration instanceof NodeConstraint constraint) {
            return constraint(constraint);
        }
        if (declaration instanceof PropertyIndex index) {
            return propertyIndex(index);
        }
        return vectorIndex((VectorIndex) declaration);
    }

    private Finding constraint(NodeConstraint wanted) {
        for (ExistingConstraint existing : catalog.constraints()) {
            if (!existing.target().sameSet(wanted.target())) {
                continue;
            }
            if (existing.isNodeKey() || existing.isNodeUniqueness() && !wanted.key()) {
                return ownedIndex(existing)
                        .<Finding>map(index -> new Finding.Present(wanted, index))
                        .orElseGet(() -> new Finding.Missing(wanted));
            }
            if (existing.isNodeUniqueness()) {
                return new Finding.Conflict(
                        wanted,
                        wanted.labelFromRecord()
                                ? unnamed(wanted)
                                : "the " + existing.described() + " is in the way of the " + wanted.described()
                                        + ": drop it (DROP CONSTRAINT " + Identifier.quote(existing.name())
                                        + "), or set neo4j.schema.keys=false",
                        Optional.empty());
            }
        }
        for (ExistingIndex existing : catalog.indexes()) {
            if (existing.type().equals("RANGE") && existing.target().equals(wanted.target())) {
                return new Finding.Blocked(
                        wanted,
                        wanted.labelFromRecord()
                                ? unnamed(wanted)
                                : "the " + existing.described() + " is in the way of the " + wanted.described()
                                        + ", which brings an index of its own: drop it (DROP INDEX "
                                        + Identifier.quote(existing.name()) + ")");
            }
        }
        Finding missing = missing(wanted, "CONSTRAINT");
        return wanted.labelFromRecord() && missing instanceof Finding.Conflict
                ? new Finding.Conflict(wanted, unnamed(wanted), Optional.empty())
                : missing;
    }

    /** The names of what is there hold the label, which is a value of a record. */
    private static String unnamed(NodeConstraint wanted) {
        return "something that the database has is in the way of the " + wanted.described()
                + ": SHOW CONSTRAINTS and SHOW INDEXES tell what the label has";
    }

    private Optional<ExistingIndex> ownedIndex(ExistingConstraint constraint) {
        return catalog.indexes().stream()
                .filter(index -> index.owningConstraint()
                        .filter(constraint.name()::equals)
                        .isPresent())
                .findFirst();
    }

    private Finding propertyIndex(PropertyIndex wanted) {
        for (ExistingIndex existing : catalog.indexes()) {
            boolean sameTarget = wanted.type() == IndexType.FULLTEXT
                    ? existing.target().sameSet(wanted.target())
                    : existing.target().equals(wanted.target());
            if (sameTarget && existing.type().equals(wanted.type().name())) {
                return new Finding.Present(wanted, existing);
            }
        }
        return missing(wanted, wanted.type().name());
    }

    private Finding vectorIndex(VectorIndex wanted) {
        for (ExistingIndex existing : catalog.indexes()) {
            if (existing.isVector() && existing.target().equals(wanted.target())) {
                if (wanted.configuration().isMetBy(existing.configuration())) {
                    return new Finding.Present(wanted, existing);
                }
                return new Finding.Conflict(
                        wanted,
                        "neo4j.schema.vector." + wanted.name() + " declares the " + wanted.described()
                                + ", but the database has the " + existing.described()
                                + ": change the setting, drop the index (DROP INDEX "
                                + Identifier.quote(existing.name())
                                + "), or set neo4j.schema.on-conflict=recreate",
                        Optional.of(existing.name()));
            }
        }
        return missing(wanted, "VECTOR");
    }

    /** Missing, unless something else has its name: IF NOT EXISTS would then create nothing and say nothing. */
    private Finding missing(Declaration wanted, String type) {
        Optional<ExistingConstraint> constraint = catalog.constraint(wanted.name());
        if (constraint.isPresent()) {
            return new Finding.Conflict(
                    wanted,
                    "the name of the " + wanted.described() + " is taken by the "
                            + constraint.get().described() + ": rename one of them",
                    Optional.empty());
        }
        Optional<ExistingIndex> index = catalog.index(wanted.name());
        if (index.isEmpty()) {
            return new Finding.Missing(wanted);
        }
        boolean droppable = index.get().type().equals(type);
        return new Finding.Conflict(
                wanted,
                "the name of the " + wanted.described() + " is taken by the "
                        + index.get().described() + ": rename one of them, drop the existing one (DROP INDEX "
                        + Identifier.quote(wanted.name()) + ")"
                        + (droppable ? ", or set neo4j.schema.on-conflict=recreate" : ""),
                droppable ? Optional.of(wanted.name()) : Optional.empty());
    }
}
