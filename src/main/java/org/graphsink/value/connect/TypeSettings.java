package org.graphsink.value.connect;

/** How values that Neo4j has no property type for are written. */
public record TypeSettings(DecimalMode decimal, NestedMode nested, ListOfStructsMode listOfStructs) {}
