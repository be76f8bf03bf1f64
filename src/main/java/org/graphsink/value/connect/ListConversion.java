package org.graphsink.value.connect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.graphsink.value.Absent;
import org.graphsink.value.PointValue;
import org.graphsink.value.Unconvertible;
import org.graphsink.value.ValueTypes;

/**
 * Lists: a Neo4j list holds values of one type, none of them null, a list or bytes. Integers among floats become
 * floats.
 */
final class ListConversion implements Conversion {

    private final Conversions conversions;
    private final Schema schema;
    private final Conversion element;

    /** @param schema of the list, or null for schemaless data */
    ListConversion(Conversions conversions, Schema schema) {
        this.conversions = conversions;
        this.schema = schema;
        this.element = conversions.of(schema == null ? null : schema.valueSchema());
    }

    @Override
    public Object convert(Object value) {
        var elements = (Collection<?>) value;
        var list = new ArrayList<Object>(elements.size());
        boolean isMixed = false;
        for (Object raw : elements) {
            if (raw == null) {
                throw new Unconvertible("the list holds a null, which a Neo4j list cannot");
            }
            if (isNested(raw)) {
                return compound(value);
            }
            Object converted = element.convert(raw);
            if (converted == Absent.UNAVAILABLE) {
                return converted;
            }
            if (isListLike(converted)) {
                return compound(value);
            }
            isMixed |= !list.isEmpty() && converted.getClass() != list.get(0).getClass();
            list.add(converted);
        }
        if (Unavailable.is(list)) {
            return Absent.UNAVAILABLE;
        }
        return isMixed ? floats(list) : sameCoordinateSystem(list);
    }

    private boolean isNested(Object raw) {
        return raw instanceof Map
                || raw instanceof Collection
                || raw instanceof Struct struct && conversions.isNested(struct.schema());
    }

    private static boolean isListLike(Object converted) {
        return converted instanceof byte[]
                || converted instanceof double[]
                || converted instanceof float[]
                || converted instanceof Collection;
    }

    private Object compound(Object value) {
        if (conversions.settings().listOfStructs() == ListOfStructsMode.FAIL) {
            throw new Unconvertible("it is a list of structs, lists or bytes, which neo4j.types.list-of-structs=fail"
                    + " refuses; set it to json, or leave the field out of the pattern");
        }
        return conversions.json(schema).convert(value);
    }

    private static List<Object> floats(List<Object> list) {
        var floats = new ArrayList<Object>(list.size());
        for (Object value : list) {
            if (!(value instanceof Long) && !(value instanceof Double)) {
                throw new Unconvertible("the list mixes " + ValueTypes.name(list.get(0)) + " and "
                        + ValueTypes.name(list.stream()
                                .filter(other -> other.getClass() != list.get(0).getClass())
                                .findFirst()
                                .orElseThrow())
                        + "; a Neo4j list holds values of one type");
            }
            floats.add(((Number) value).doubleValue());
        }
        return floats;
    }

    private static List<Object> sameCoordinateSystem(List<Object> list) {
        if (!list.isEmpty() && list.get(0) instanceof PointValue first) {
            for (Object value : list) {
                if (((PointValue) value).srid() != first.srid()) {
                    throw new Unconvertible("the list mixes points of different coordinate systems");
                }
            }
        }
        return list;
    }
}
