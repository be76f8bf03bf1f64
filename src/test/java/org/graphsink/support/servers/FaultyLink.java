package org.graphsink.support.servers;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One connection through a {@link FaultyProxy}. It goes message by message.
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
    /** What the client gets in place of the server's next failure. */
    private final AtomicReference<byte[]> refused = new AtomicReference<>();

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
            BoltFraming.passNumber(in, out);
        }
        while (true) {
            byte[] message = BoltFraming.read(in);
            var kind = BoltFraming.kind(message);
            var fault = kind == BoltMessage.RUN ? proxy.decide(BoltFraming.statement(message)) : proxy.decide(kind);
            if (fault == Fault.DELAY) {
                TimeUnit.MILLISECONDS.sleep(DELAY_MILLIS);
            } else if (fault.isBefore()) {
                end(fault.isReset());
                return;
            } else if (fault == Fault.REFUSAL) {
                refused.set(RefusedRequest.failure(proxy.refusal()));
                message = RefusedRequest.invalidRequest();
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
        var in = new DataInputStream(new BufferedInputStream(server.getInputStream(), 64 * 1024));
        var out = new DataOutputStream(new BufferedOutputStream(client.getOutputStream(), 64 * 1024));
        int chosen = in.readInt();
        out.writeInt(chosen);
        if (chosen == MANIFEST) {
            for (long versions = BoltFraming.passNumber(in, out); versions > 0; versions--) {
                out.writeInt(in.readInt());
            }
            BoltFraming.passNumber(in, out);
        }
        out.flush();
        version.complete(chosen);
        while (true) {
            byte[] message = BoltFraming.read(in);
            if (deaf) {
                answered.countDown();
                continue;
            }
            var refusal = BoltFraming.isFailure(message) ? refused.getAndSet(null) : null;
            out.write(refusal == null ? message : refusal);
            if (in.available() == 0) {
                out.flush();
            }
        }
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
