package org.graphsink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that only the source text shows. */
class SourceRulesTest {

    private static final Path MAIN = Path.of("src", "main", "java", "org", "graphsink");
    private static final List<String> ROOTS = List.of("main", "test", "demo", "bench");
    private static final int MOST_LINES = 400;
    private static final int MANY_LINES = 200;

    private static final Pattern COMMENT_OR_LITERAL =
            Pattern.compile("//[^\n]*|(?s:/\\*.*?\\*/)|\"(?:[^\"\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\n]|\\\\.)+'");

    /** Identifier writes quoted names; the schema's scanner reads them. */
    private static final Set<Path> MAY_QUOTE =
            Set.of(MAIN.resolve("cypher/Identifier.java"), MAIN.resolve("schema/Scanner.java"));

    @Test
    void noFileIsLongerThanFourHundredLines() throws IOException {
        var lengths = new TreeMap<Path, Integer>();
        for (String root : ROOTS) {
            for (Path file : sources(Path.of("src", root, "java"))) {
                int lines = Files.readAllLines(file).size();
                if (lines > MANY_LINES) {
                    lengths.put(file, lines);
                }
            }
        }

        assertThat(lengths.values())
                .as("lines of the files that have more than %d: %s", MANY_LINES, lengths)
                .allMatch(lines -> lines <= MOST_LINES);
    }

    /** A literal that opens a quoted name and leaves it to other text to close it would bring a name past Identifier. */
    @Test
    void onlyIdentifierQuotesNames() throws IOException {
        var offences = new ArrayList<String>();
        for (String folder : List.of("cypher", "schema", "neo4j")) {
            for (Path file : sources(MAIN.resolve(folder))) {
                var tokens = COMMENT_OR_LITERAL.matcher(Files.readString(file));
                while (!MAY_QUOTE.contains(file) && tokens.find()) {
                    String token = tokens.group();
                    if (!token.startsWith("/")
                            && token.chars().filter(c -> c == '`').count() % 2 == 1) {
                        offences.add(MAIN.relativize(file) + ": " + token);
                    }
                }
            }
        }

        assertThat(offences).isEmpty();
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            var sources = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            assertThat(sources).as("sources in %s", folder).isNotEmpty();
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
