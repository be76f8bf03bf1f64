package org.graphsink.record.image;

import java.util.List;
import org.graphsink.record.RecordException;
import org.graphsink.value.Unconvertible;
import org.graphsink.value.connect.Conversion;

/** Converts the value of a field, and names the field where that fails. */
final class Reading {

    private Reading() {}

    /** @return the converted value; null stays null */
    static Object of(List<String> path, Object value, Conversion conversion) {
        if (value == null) {
            return null;
        }
        try {
            return conversion.convert(value);
        } catch (Unconvertible e) {
            throw new RecordException("Field " + String.join(".", path) + ": " + e.getMessage());
        } catch (RuntimeException e) {
            // Messages of the Java library may hold the value.
            throw new RecordException("Field " + String.join(".", path) + ": a "
                    + value.getClass().getSimpleName() + " value is not of the form that its type asks for");
        }
    }
}
