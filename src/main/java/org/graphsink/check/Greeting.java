package org.graphsink.check;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * How whatever listens at an address answers to the first bytes of Bolt. Asked where the driver cannot connect, because its
 * failures do not tell a server that is away from one that is spoken to in the wrong way.
 *
 * @see <a href="https://neo4j.com/docs/bolt/current/bolt/handshake/">Bolt handshake</a>
 */
enum Greeting {
    /** Nobody listens, or nothing is answered. */
    NONE,
    /** A server that talks without encryption. */
    PLAIN,
    /** A server that wants encryption. */
    ENCRYPTED,
    /** Something else than a Neo4j server. */
    OTHER;

    private static final int USUAL_PORT = 7687;

    /** The preamble, and the versions 5.0 to 5.8 and 4.2 to 4.4 as the client's proposals. */
    private static final byte[] HANDSHAKE = {
        0x60, 0x60, (byte) 0xB0, 0x17, 0, 8, 8, 5, 0, 2, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private static final int VERSION = 4;

    /** Believes everybody: nothing is said over this connection, only whether there can be one is asked. */
    private static final X509TrustManager ANYBODY = new X509TrustManager() {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    };

    /** @param patience for each step */
    static Greeting of(URI address, Duration patience) {
        try (var socket = connected(address, patience)) {
            socket.getOutputStream().write(HANDSHAKE);
            var answer = socket.getInputStream().readNBytes(VERSION);
            if (answer.length > 0) {
                return answer.length == VERSION && answer[0] == 0 && answer[1] == 0 ? PLAIN : OTHER;
            }
        } catch (IOException e) {
            // Whoever wants encryption may hang up at once.
        }
        return isEncrypted(address, patience) ? ENCRYPTED : NONE;
    }

    private static boolean isEncrypted(URI address, Duration patience) {
        try (var socket = connected(address, patience)) {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {ANYBODY}, new SecureRandom());
            try (var encrypted = (SSLSocket)
                    context.getSocketFactory().createSocket(socket, address.getHost(), socket.getPort(), true)) {
                encrypted.startHandshake();
                return true;
            }
        } catch (IOException | GeneralSecurityException e) {
            return false;
        }
    }

    private static Socket connected(URI address, Duration patience) throws IOException {
        var socket = new Socket();
        try {
            int millis = (int) patience.toMillis();
            int port = address.getPort() < 0 ? USUAL_PORT : address.getPort();
            socket.setSoTimeout(millis);
            socket.connect(new InetSocketAddress(address.getHost(), port), millis);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
