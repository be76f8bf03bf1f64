package org.graphsink.servers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One connection through a {@link FaultyProxy}. Towards the server it goes message by message, towards the client as the
 * bytes come.
 *
 * @see <a href="https://neo4j.com/docs/bolt/current/bolt/handshake/">Bolt handshake</a>
 */
final class FaultyLink {

    private static final int CLIENT_HELLO = 20;
    private static final int MANIFEST = 0x000001FF;
    private static final long DELAY_MILLIS = 100;
    private static final long ANSWER_SECONDS = 20;

    private final Socket client;
    private final Socket server;
    private final FaultyProxy proxy;
    private final CompletableFuture<Integer> version = new CompletableFuture<>();
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile boolean deaf;

    FaultyLink(Socket client, Socket server, FaultyProxy proxy) throws IOException {
        this.client = client;
        this.server = server;
        this.proxy = proxy;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** A thread that ends without a word when its sockets do. */
    static void thread(String name, Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        return;
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    void start() {
        thread("proxy-to-server", () -> {
            try {
                toServer();
            } finally {
                end(false);
            }
        });
        thread("proxy-to-client", () -> {
            try {
                toClient();
            } finally {
                version.complete(0);
                answered.countDown();
                if (!deaf) {
                    end(false);
                }
            }
        });
    }

    private void toServer() throws IOException, InterruptedException {
        var in = new DataInputStream(client.getInputStream());
        var out = new DataOutputStream(server.getOutputStream());
        out.write(in.readNBytes(CLIENT_HELLO));
        if (version.join() == MANIFEST) {
            out.writeInt(in.readInt());
            int capability;
            do {
                capability = in.readUnsignedByte();
                out.writeByte(capability);
            } while (capability > 0x7F);
        }
        while (true) {
            byte[] message = message(in);
            var kind = kind(message);
            if (kind == BoltMessage.RUN) {
                proxy.sent(statement(message));
            }
            var fault = proxy.decide(kind);
            if (fault == Fault.DELAY) {
                TimeUnit.MILLISECONDS.sleep(DELAY_MILLIS);
            } else if (fault.isBefore()) {
                end(fault.isReset());
                return;
            } else if (fault != Fault.NONE) {
                deaf = true;
            }
            out.write(message);
            out.flush();
            if (fault.isAfter()) {
                answered.await(ANSWER_SECONDS, TimeUnit.SECONDS);
                if (fault != Fault.HALF_CLOSE) {
                    end(fault.isReset());
                    return;
                }
                client.shutdownOutput();
            }
        }
    }

    private void toClient() throws IOException {
        var in = server.getInputStream();
        var out = client.getOutputStream();
        var bytes = new byte[64 * 1024];
        for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
            if (!version.isDone()) {
                version.complete(
                        n < 4
                                ? 0
                                : (bytes[0] & 0xFF) << 24
                                        | (bytes[1] & 0xFF) << 16
                                        | (bytes[2] & 0xFF) << 8
                                        | bytes[3] & 0xFF);
            }
            if (deaf) {
                answered.countDown();
            } else {
                out.write(bytes, 0, n);
            }
        }
    }

    /** A whole message with the headers of its chunks; an empty one keeps the connection alive. */
    private static byte[] message(DataInputStream in) throws IOException {
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
    private static String statement(byte[] message) throws IOException {
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

    private static BoltMessage kind(byte[] message) {
        return message.length < 4 ? BoltMessage.OTHER : BoltMessage.of(message[3] & 0xFF);
    }

    void end(boolean reset) {
        try {
            if (reset) {
                client.setSoLinger(true, 0);
            }
            client.close();
            server.close();
        } catch (IOException e) {
            // It has ended, which is what was wanted.
        }
    }
}
