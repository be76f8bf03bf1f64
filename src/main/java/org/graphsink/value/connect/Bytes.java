package org.graphsink.value.connect;

import java.nio.ByteBuffer;

/** The two forms of bytes in Connect data. */
final class Bytes {

    private Bytes() {}

    /** The bytes from the buffer's position to its limit; the buffer is left as it is. */
    static byte[] array(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        var buffer = ((ByteBuffer) value).duplicate();
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    static ByteBuffer buffer(Object value) {
        return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : ((ByteBuffer) value).duplicate();
    }
}
