package org.graphsink.value.connect;

/** How values that Neo4j has no property type for are written. */
public record TypeSettings(DecimalMode decimal, NestedMode nested, ListOfStructsMode listOfStructs) {

    /** Nothing lost, nothing refused. */
    public static final TypeSettings DEFAULT =
            new TypeSettings(DecimalMode.STRING, NestedMode.FLATTEN, ListOfStructsMode.JSON);
}
