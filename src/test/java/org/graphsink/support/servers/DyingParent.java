package org.graphsink.support.servers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A program that starts a child, prints the child's process id, and then ends or stays as its argument says. */
final class DyingParent {

    private DyingParent() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        var child = new ChildProcess(Launch.jvm("sleeper", folder, List.of("sleep", "600")));
        child.start(Duration.ofSeconds(30), () -> true);
        if (arguments[1].equals("frozen")) {
            child.freeze();
        }
        System.out.println(ProcessHandle.current()
                .children()
                .filter(process -> process.info().command().orElse("").endsWith("sleep"))
                .findFirst()
                .orElseThrow()
                .pid());
        switch (arguments[1]) {
            case "ends" -> System.exit(0);
            case "fails" -> throw new IllegalStateException("as asked");
            default -> Thread.currentThread().join();
        }
    }
}
