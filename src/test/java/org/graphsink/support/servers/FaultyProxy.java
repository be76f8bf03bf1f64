package org.graphsink.support.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;

/** A way to a Neo4j server on which connections break as a test wants them to. It counts what goes over it. */
public final class FaultyProxy implements AutoCloseable {

    private final URI server;
    private final ServerSocket listener;
    private final Set<FaultyLink> links = ConcurrentHashMap.newKeySet();
    private final Map<BoltMessage, Integer> passed = new EnumMap<>(BoltMessage.class);
    private final Map<Fault, Integer> injected = new EnumMap<>(Fault.class);
    private final Set<String> statements = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Function<BoltMessage, Fault>> faults = new AtomicReference<>(message -> Fault.NONE);
    private volatile String refusal = "";
    private volatile Predicate<String> refused = statement -> false;

    private FaultyProxy(URI server) throws IOException {
        this.server = server;
        this.listener = new ServerSocket(0, 50, InetAddress.getByName(Ports.LOOPBACK));
        FaultyLink.thread("proxy", this::accept);
    }

    public static FaultyProxy to(Neo4jServer server) {
        try {
            return new FaultyProxy(server.uri());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code bolt://127.0.0.1:<port>}. */
    public URI uri() {
        return URI.create("bolt://" + Ports.LOOPBACK + ":" + listener.getLocalPort());
    }

    /** Asks for a fault at each message of a client, on any connection, until others are set. */
    public void faults(Function<BoltMessage, Fault> wanted) {
        faults.set(wanted);
    }

    /** One fault, at the next message of the kind. */
    public void once(BoltMessage at, Fault fault) {
        faults(new Function<>() {
            private boolean done;

            @Override
            public synchronized Fault apply(BoltMessage message) {
                if (done || message != at) {
                    return Fault.NONE;
                }
                done = true;
                return fault;
            }
        });
    }

    /**
     * Has the next message of the kind refused with a status code, on its connection, as by a server that has a reason of
     * its own.
     *
     * @param code such as {@code Neo.ClientError.Cluster.NotALeader}
     */
    public void refuseOnce(BoltMessage at, String code) {
        refusal = code;
        once(at, Fault.REFUSAL);
    }

    /** Has every message of the kind refused, as {@link #refuseOnce} does one. */
    public void refuse(BoltMessage at, String code) {
        refusal = code;
        faults(message -> message == at ? Fault.REFUSAL : Fault.NONE);
    }

    /** Has the statements refused with a status code, as {@link #refuseOnce} does a message, until the way is healthy again. */
    public void refuse(Predicate<String> statements, String code) {
        refusal = code;
        refused = statements;
    }

    public void healthy() {
        refused = statement -> false;
        faults(message -> Fault.NONE);
    }

    /** How many messages of the kind clients have sent. */
    public int count(BoltMessage message) {
        synchronized (passed) {
            return passed.getOrDefault(message, 0);
        }
    }

    /** The texts of all statements that clients have sent. */
    public Set<String> statements() {
        return Set.copyOf(statements);
    }

    /** How often each fault happened. */
    public Map<Fault, Integer> injected() {
        synchronized (passed) {
            return new EnumMap<>(injected);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        links.forEach(link -> link.end(false));
    }

    Fault decide(BoltMessage message) {
        return decided(message, faults.get().apply(message));
    }

    Fault decide(String statement) {
        statements.add(statement);
        return refused.test(statement) ? decided(BoltMessage.RUN, Fault.REFUSAL) : decide(BoltMessage.RUN);
    }

    private Fault decided(BoltMessage message, Fault fault) {
        synchronized (passed) {
            passed.merge(message, 1, Integer::sum);
            if (fault != Fault.NONE) {
                injected.merge(fault, 1, Integer::sum);
            }
        }
        return fault;
    }

    String refusal() {
        return refusal;
    }

    private void accept() throws IOException {
        while (true) {
            var client = listener.accept();
            Socket upstream;
            try {
                upstream = new Socket(server.getHost(), server.getPort());
            } catch (IOException e) {
                client.close();
                continue;
            }
            var link = new FaultyLink(client, upstream, this);
            links.add(link);
            link.start();
        }
    }
}
