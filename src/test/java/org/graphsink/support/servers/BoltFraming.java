package org.graphsink.support.servers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Takes messages off a connection, and looks at what they are.
 *
 * @see <a href="https://neo4j.com/docs/bolt/current/bolt/message/">Bolt messages</a>
 */
final class BoltFraming {

    static final int FAILURE = 0x7F;

    private BoltFraming() {}

    /** @param message with the headers of its chunks */
    static boolean isFailure(byte[] message) {
        return message.length > 3 && (message[3] & 0xFF) == FAILURE;
    }

    /** A number of seven bits a byte, the last of which is below 0x80. */
    static long passNumber(DataInputStream in, DataOutputStream out) throws IOException {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            int part = in.readUnsignedByte();
            out.writeByte(part);
            number |= (long) (part & 0x7F) << shift;
            if (part < 0x80) {
                return number;
            }
        }
    }

    /** A whole message with the headers of its chunks; an empty one keeps the connection alive. */
    static byte[] read(DataInputStream in) throws IOException {
        var message = new ByteArrayOutputStream();
        int length;
        do {
            length = in.readUnsignedShort();
            message.write(length >> 8);
            message.write(length);
            message.write(in.readNBytes(length));
        } while (length > 0);
        return message.toByteArray();
    }

    /**
     * The first field of a RUN message.
     *
     * @see <a href="https://neo4j.com/docs/bolt/current/packstream/">PackStream</a>
     */
    static String statement(byte[] message) throws IOException {
        var chunks = new DataInputStream(new ByteArrayInputStream(message));
        var whole = new ByteArrayOutputStream();
        for (int length = chunks.readUnsignedShort(); length > 0; length = chunks.readUnsignedShort()) {
            whole.write(chunks.readNBytes(length));
        }
        var in = new DataInputStream(new ByteArrayInputStream(whole.toByteArray()));
        in.skipNBytes(2);
        int marker = in.readUnsignedByte();
        int length = switch (marker) {
            case 0xD0 -> in.readUnsignedByte();
            case 0xD1 -> in.readUnsignedShort();
            case 0xD2 -> in.readInt();
            default -> marker & 0x0F;
        };
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    static BoltMessage kind(byte[] message) {
        return message.length < 4 ? BoltMessage.OTHER : BoltMessage.of(message[3] & 0xFF);
    }
}
