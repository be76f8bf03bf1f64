package org.graphsink.task;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.graphsink.config.SinkSettings;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.metrics.SinkCounters;
import org.graphsink.neo4j.FailureAdvice;
import org.graphsink.neo4j.FailureKind;
import org.graphsink.neo4j.FencedException;
import org.graphsink.neo4j.GraphWriter;
import org.graphsink.neo4j.Neo4jConnection;
import org.graphsink.neo4j.OffsetStore;
import org.graphsink.pipeline.GraphPipeline;
import org.graphsink.schema.DeclaredSchema;
import org.graphsink.schema.LabelKey;
import org.graphsink.schema.SchemaException;
import org.graphsink.schema.SchemaSetup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A task that has its settings, its connection and its partitions. Used by the one thread that Connect gives a task. */
public final class StartedTask {

    private static final Logger LOG = LoggerFactory.getLogger(StartedTask.class);
    /**
     * A task that is refused for so long, and is given its poll again and again meanwhile, has heard from the group
     * coordinator: it says so within a heartbeat interval, of 3 s by default, to a consumer that is no longer in the group.
     */
    private static final Duration STILL_OWNER = Duration.ofSeconds(5);

    private static final List<String> OFFSET_KEY = List.of("connector", "partition", "topic");

    private final Neo4jConnection connection;
    private final DeclaredSchema declared;
    private final SchemaSetup schema;
    private final RecordMapper mapper;
    private final Positions positions;
    private final PollWriter writer;
    private final ErrantRecords errants;
    private final Outage outage;
    private final TimeLimit time;
    private final SinkCounters counters;
    private boolean schemaApplied;

    private StartedTask(SinkSettings settings, Neo4jConnection connection, SinkTaskContext context) {
        this.connection = connection;
        this.declared = declared(settings);
        this.schema = new SchemaSetup(
                connection.driver(), connection.sessionConfig(), settings.connectorName(), settings.schema());
        this.counters = new SinkCounters(settings.connectorName());
        this.errants = ErrantRecords.of(context, counters);
        var pipeline = GraphPipeline.of(settings);
        this.mapper = new RecordMapper(pipeline, openLabels(), errants);
        var store = settings.delivery()
                .offsetLabel()
                .map(label -> new OffsetStore(
                        label, settings.connectorName(), UUID.randomUUID().toString()));
        this.time = new TimeLimit(settings.delivery().writeTimeout());
        this.positions = new Positions(new PartitionClaims(store, connection), context);
        this.writer = new PollWriter(
                new GraphWriter(
                        connection,
                        settings.connection().maxRetryTime(),
                        store,
                        settings.delivery().batchTimeout()),
                positions,
                errants,
                settings.delivery().batchSize(),
                time,
                pipeline,
                counters);
        this.outage = new Outage(context, settings.delivery().outageTimeout());
    }

    /**
     * @param number of the task within its connector
     * @param userAgent how the task introduces itself to Neo4j, as {@code name/version}
     * @throws ConnectException where the task cannot work with these settings or this database
     */
    public static StartedTask start(SinkSettings settings, String number, String userAgent, SinkTaskContext context) {
        var connection = Neo4jConnection.open(settings.connection(), userAgent);
        try {
            var task = new StartedTask(settings, connection, context);
            task.applySchemaUnlessAway();
            task.counters.publish(number);
            LOG.info(
                    "Started {} for the topics {}",
                    settings.connectorName(),
                    settings.topics().keySet());
            return task;
        } catch (RuntimeException e) {
            connection.close();
            throw e instanceof ConnectException ? e : failure("The task cannot start", e);
        }
    }

    private static DeclaredSchema declared(SinkSettings settings) {
        var declared = DeclaredSchema.of(settings.footprints(), settings.schema());
        var label = settings.delivery().offsetLabel();
        return label.isPresent() ? declared.with(new LabelKey(label.get(), OFFSET_KEY)) : declared;
    }

    /** What makes sure of the constraints of labels that only the records know, where there can be such labels. */
    private Consumer<NodeIdentity> openLabels() {
        return declared.openKeys().isEmpty()
                ? node -> {}
                : node -> schema.ensure(node.label(), node.shape().key());
    }

    /** A database that is away must not keep the task from starting: it makes up for the schema before it writes. */
    private void applySchemaUnlessAway() {
        try {
            applySchema();
        } catch (RuntimeException e) {
            if (!FailureKind.of(e).isPassing()) {
                throw e;
            }
            LOG.warn("Neo4j is away at the start of the task; its schema is looked after when it is back");
            LOG.debug("Schema not applied: {}", FailureAdvice.of(e));
        }
    }

    private void applySchema() {
        if (!schemaApplied) {
            schema.apply(declared);
            schemaApplied = true;
        }
    }

    public void open(Collection<TopicPartition> partitions) {
        try {
            time.within(() -> {
                // The stored offsets have a constraint, without which two first claims could store one offset twice.
                applySchema();
                positions.open(partitions);
            });
        } catch (RuntimeException e) {
            positions.adopt(partitions);
            if (!isPassing(e)) {
                throw failure("The stored offsets cannot be read", e);
            }
            LOG.warn("Neo4j is away while partitions are assigned; stored offsets are read when it is back");
            LOG.debug("Stored offsets not read: {}", FailureAdvice.of(e));
        }
    }

    public void close(Collection<TopicPartition> partitions) {
        positions.close(partitions);
    }

    public void put(Collection<SinkRecord> records) {
        counters.progress(LOG);
        if (records.isEmpty()) {
            outage.pollGone();
            return;
        }
        positions.arrived(records);
        try {
            time.within(() -> {
                applySchema();
                positions.claimUnclaimed();
                writer.write(mapper.map(positions.unwritten(records)));
            });
        } catch (RuntimeException e) {
            positions.expectRedelivery(records);
            throw delay(e);
        }
        positions.consumed(records);
        positions.delivered();
        errants.delivered();
        outage.over();
    }

    public Map<TopicPartition, OffsetAndMetadata> committable(Map<TopicPartition, OffsetAndMetadata> reached) {
        return positions.committable(reached);
    }

    private RuntimeException delay(RuntimeException e) {
        if (e instanceof FencedException fenced) {
            if (outage.isFencedFor(STILL_OWNER)) {
                positions.claimAgain(fenced.taken());
            }
            return outage.fenced(e);
        }
        if (isPassing(e)) {
            return outage.began(e);
        }
        return e instanceof ConnectException ? e : failure("The poll cannot be written", e);
    }

    private static boolean isPassing(RuntimeException e) {
        return e instanceof OutOfTimeException || FailureKind.of(e).isPassing();
    }

    private static ConnectException failure(String what, RuntimeException e) {
        if (e instanceof SchemaException) {
            return new ConnectException(e.getMessage(), e);
        }
        if (FailureAdvice.mayQuote(e)) {
            return new ConnectException(what + ": " + FailureAdvice.of(e));
        }
        return new ConnectException(what + ": " + FailureAdvice.of(e), e);
    }

    public void stop() {
        counters.close();
        time.close();
        connection.close();
        LOG.info("Stopped");
    }
}
