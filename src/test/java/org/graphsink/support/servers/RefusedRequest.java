package org.graphsink.support.servers;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A request that a server refuses, and the answer that a client gets in place of the server's. The server is asked for
 * something invalid instead of not being asked, so that it ignores what follows as it does after any failure.
 *
 * @see <a href="https://neo4j.com/docs/bolt/current/bolt/message/">Bolt messages</a>
 * @see <a href="https://neo4j.com/docs/bolt/current/packstream/">PackStream</a>
 */
final class RefusedRequest {

    private RefusedRequest() {}

    /** A RUN message of a statement that is none, without parameters and options. */
    static byte[] invalidRequest() {
        var run = new ByteArrayOutputStream();
        run.write(0xB3);
        run.write(0x10);
        text(run, "INVALID");
        run.write(0xA0);
        run.write(0xA0);
        return chunked(run);
    }

    /** A FAILURE message that is good in all versions: 5.7 has other names than those before. */
    static byte[] failure(String code) {
        var failure = new ByteArrayOutputStream();
        failure.write(0xB1);
        failure.write(BoltFraming.FAILURE);
        failure.write(0xA6);
        entry(failure, "code", code);
        entry(failure, "neo4j_code", code);
        entry(failure, "message", "refused by the test");
        entry(failure, "gql_status", "50N42");
        entry(failure, "description", "error: general processing exception - unexpected error");
        text(failure, "diagnostic_record");
        failure.write(0xA0);
        return chunked(failure);
    }

    private static void entry(ByteArrayOutputStream out, String key, String value) {
        text(out, key);
        text(out, value);
    }

    private static void text(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(0xD0);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private static byte[] chunked(ByteArrayOutputStream message) {
        var chunked = new ByteArrayOutputStream();
        chunked.write(message.size() >> 8);
        chunked.write(message.size());
        chunked.writeBytes(message.toByteArray());
        chunked.write(0);
        chunked.write(0);
        return chunked.toByteArray();
    }
}
