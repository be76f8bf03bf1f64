package org.graphsink.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** Files on the disk of the worker. */
final class FileKind {

    private FileKind() {}

    static Kind<List<Path>> files() {
        return new Kind<>(
                Type.LIST,
                FileKind::ensureReadable,
                value -> Kind.strings(value).stream().map(Path::of).toList(),
                Width.LONG,
                List.of(),
                "list of absolute paths, separated by commas");
    }

    private static void ensureReadable(String name, Object value) {
        if (value == null) {
            return;
        }
        for (var text : Kind.strings(value)) {
            if (!isReadableFile(text)) {
                throw new ConfigException(
                        name, text, "must be the absolute path of a file that every Connect worker can read");
            }
        }
    }

    private static boolean isReadableFile(String text) {
        try {
            var path = Path.of(text);
            return path.isAbsolute() && Files.isRegularFile(path) && Files.isReadable(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
