package org.graphsink.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.LogManager;

/** Sends what the clients in this JVM log to a file: the console belongs to the story. */
final class QuietLogs {

    private QuietLogs() {}

    static void into(Path folder) throws IOException {
        // Log4j reads its configuration when it is first used.
        System.setProperty("demo.log", folder.resolve("demo.log").toString());
        System.setProperty("log4j2.configurationFile", "classpath:org/graphsink/demo/log4j2.xml");
        String javaLogging =
                """
                handlers = java.util.logging.FileHandler
                .level = INFO
                java.util.logging.FileHandler.pattern = %s
                java.util.logging.FileHandler.formatter = java.util.logging.SimpleFormatter
                """.formatted(folder.resolve("driver.log").toString().replace("%", "%%"));
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(javaLogging.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
