package org.graphsink.support;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** Everything that Graphsink and the driver log, stack traces included, while it is open. */
public final class LogCapture implements AutoCloseable {

    private static final List<String> LOGGERS = List.of("org.graphsink", "org.neo4j");

    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    private LogCapture(Level level) {
        var layout = PatternLayout.newBuilder()
                .withPattern("%p %c{1}: %m%n%throwable")
                .build();
        var appender = new AbstractAppender("capture", null, layout, false, Property.EMPTY_ARRAY) {
            @Override
            public void append(LogEvent event) {
                lines.add(layout.toSerializable(event));
            }
        };
        appender.start();
        for (String name : LOGGERS) {
            var logger = new LoggerConfig(name, level, false);
            logger.addAppender(appender, level, null);
            context.getConfiguration().addLogger(name, logger);
        }
        context.updateLoggers();
    }

    public static LogCapture info() {
        return new LogCapture(Level.INFO);
    }

    /** All that Graphsink and the driver can log. */
    public static LogCapture everything() {
        return new LogCapture(Level.TRACE);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** The lines that contain the text. */
    public List<String> lines(String containing) {
        return lines().stream().filter(line -> line.contains(containing)).toList();
    }

    @Override
    public void close() {
        LOGGERS.forEach(context.getConfiguration()::removeLogger);
        context.updateLoggers();
    }
}
