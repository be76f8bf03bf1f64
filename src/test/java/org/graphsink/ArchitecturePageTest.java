package org.graphsink;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What {@code ARCHITECTURE.md} says of the packages is what they are. */
class ArchitecturePageTest {

    private static final Path PAGE = Path.of("ARCHITECTURE.md");
    private static final Path MAIN = Path.of("src", "main", "java", "org", "graphsink");
    private static final String ROOT = "org.graphsink";

    /** A row of the table of packages: name, what it holds, where to begin, which others it knows. */
    private static final Pattern ROW = Pattern.compile("\\| `([a-z0-9.]+)` \\|[^|]*\\|[^|]*\\|([^|]*)\\|");

    private static final Pattern NAME = Pattern.compile("`([a-z0-9.]+)`");

    /** A name of a type or of a file of the sources. */
    private static final Pattern TYPE =
            Pattern.compile("`(?:[a-z0-9.]+[./])?([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(?:\\.java|\\.[a-z][^`]*)?`");

    /** Types of Kafka Connect. */
    private static final Set<String> ELSEWHERE = Set.of("SinkRecord", "RetriableException");

    @Test
    void everyPackageIsListedWithThePackagesThatItKnows() throws IOException {
        var listed = new TreeMap<String, Set<String>>();
        ROW.matcher(Files.readString(PAGE))
                .results()
                .forEach(row -> listed.put(
                        row.group(1),
                        NAME.matcher(row.group(2))
                                .results()
                                .map(name -> name.group(1))
                                .collect(Collectors.toCollection(TreeSet::new))));

        assertThat(lines(listed)).isEqualTo(lines(known()));
    }

    @Test
    void everyTypeThatItNamesIsThere() throws IOException {
        Set<String> types;
        try (var files = Files.walk(Path.of("src"))) {
            types = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
        var missing = TYPE.matcher(Files.readString(PAGE))
                .results()
                .map(type -> type.group(1))
                .filter(type -> !types.contains(type))
                .filter(type -> !ELSEWHERE.contains(type))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(missing).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItHolds() throws IOException {
        try (var folders = Files.walk(MAIN)) {
            var silent = folders.filter(Files::isDirectory)
                    .filter(folder -> sources(folder).length > 0)
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                    .toList();

            assertThat(silent).isEmpty();
        }
    }

    private static java.io.File[] sources(Path folder) {
        return folder.toFile().listFiles((parent, name) -> name.endsWith(".java"));
    }

    private static Map<String, Set<String>> known() {
        var known = new TreeMap<String, Set<String>>();
        for (var type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT)) {
            var others = known.computeIfAbsent(room(type.getPackageName()), name -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getPackageName())
                    .filter(name -> name.equals(ROOT) || name.startsWith(ROOT + "."))
                    .filter(name -> !name.equals(type.getPackageName()))
                    .forEach(name -> others.add(room(name)));
        }
        return known;
    }

    private static String room(String packageName) {
        return packageName.equals(ROOT) ? ROOT : packageName.substring(ROOT.length() + 1);
    }

    private static List<String> lines(Map<String, Set<String>> rooms) {
        return rooms.entrySet().stream()
                .map(room -> room.getKey() + " knows " + String.join(", ", room.getValue()))
                .toList();
    }
}
