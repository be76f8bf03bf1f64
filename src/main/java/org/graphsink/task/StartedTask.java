package org.graphsink.task;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.graphsink.config.SinkSettings;
import org.graphsink.metrics.SinkCounters;
import org.graphsink.pipeline.GraphPipeline;
import org.graphsink.store.Deadline;
import org.graphsink.store.Failed;
import org.graphsink.store.FailureKind;
import org.graphsink.store.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A task that has its settings, its database and its partitions. Used by the one thread that Connect gives a task. */
public final class StartedTask {

    private static final Logger LOG = LoggerFactory.getLogger(StartedTask.class);
    /**
     * A task that is refused for so long, and is given its poll again and again meanwhile, has heard from the group
     * coordinator: it says so within a heartbeat interval, of 3 s by default, to a consumer that is no longer in the group.
     */
    private static final Duration STILL_OWNER = Duration.ofSeconds(5);

    private final Duration writeTimeout;
    private final Ticker ticker;
    private final GraphTarget target;
    private final RecordMapper mapper;
    private final ErrantRecords errants;
    private final Outage outage;
    private final SinkCounters counters;

    /** @param writeTimeout how long a poll may take */
    StartedTask(
            Duration writeTimeout,
            Ticker ticker,
            GraphTarget target,
            RecordMapper mapper,
            ErrantRecords errants,
            Outage outage,
            SinkCounters counters) {
        this.writeTimeout = writeTimeout;
        this.ticker = ticker;
        this.target = target;
        this.mapper = mapper;
        this.errants = errants;
        this.outage = outage;
        this.counters = counters;
    }

    /**
     * @param number of the task within its connector
     * @param userAgent how the task introduces itself to Neo4j, as {@code name/version}
     * @throws ConnectException where the task cannot work with these settings or this database
     */
    public static StartedTask start(SinkSettings settings, String number, String userAgent, SinkTaskContext context) {
        var delivery = settings.delivery();
        var pipeline = GraphPipeline.of(settings);
        settings.warnings().forEach(warning -> LOG.warn("{}", warning));
        var unexpected = new UnexpectedFailures();
        var counters = new SinkCounters(settings.connectorName());
        var errants = ErrantRecords.of(context, counters);
        var maxRetryTime = settings.connection().maxRetryTime();
        GraphTarget.Writing writing = (store, schema, assignment) -> new PollWriter(
                new Transactions(store, assignment, pipeline::statements, maxRetryTime, counters),
                new Emptying(store, pipeline::emptyingInBatches),
                new OpenLabels(schema, errants),
                errants,
                unexpected,
                delivery.batchSize());
        try {
            var task = new StartedTask(
                    delivery.writeTimeout(),
                    Ticker.SYSTEM,
                    GraphTarget.of(settings, userAgent, context::offset, writing),
                    new RecordMapper(
                            pipeline::changes, new UnmappedTopics(settings.matchesTopics()), errants, unexpected),
                    errants,
                    new Outage(context, delivery.outageTimeout()),
                    counters);
            // Besides, indexes may take their own time to come online.
            task.start(number, delivery.writeTimeout().plus(settings.schema().await()));
            LOG.info(
                    "Started {} for the topics {}",
                    settings.connectorName(),
                    settings.topics().keySet());
            return task;
        } catch (RuntimeException e) {
            throw told("The task cannot start", e);
        }
    }

    /** A database that is away must not keep the task from starting: it makes up for the schema before it writes. */
    void start(String number, Duration limit) {
        try {
            target.prepare(Deadline.in(limit, ticker)).ifPresent(failed -> {
                requirePassing("The task cannot start", failed);
                LOG.warn("Neo4j is away at the start of the task; its schema is looked after when it is back");
                LOG.debug("Schema not applied: {}", failed.advice());
            });
            counters.publish(number);
        } catch (RuntimeException e) {
            target.close();
            throw e;
        }
    }

    public void open(Collection<TopicPartition> partitions) {
        target.open(partitions, deadline()).ifPresent(failed -> {
            requirePassing("The stored offsets cannot be read", failed);
            LOG.warn("Neo4j is away while partitions are assigned; stored offsets are read when it is back");
            LOG.debug("Stored offsets not read: {}", failed.advice());
        });
    }

    private static void requirePassing(String what, Failed failed) {
        if (!failed.kind().isPassing()) {
            throw FailureText.ofTask(what, failed);
        }
    }

    public void close(Collection<TopicPartition> partitions) {
        target.close(partitions);
    }

    public void put(Collection<SinkRecord> records) {
        counters.progress(LOG);
        if (records.isEmpty()) {
            outage.pollGone();
            return;
        }
        try {
            target.write(records, mapper, deadline()).ifPresent(failed -> {
                throw delay(failed);
            });
        } catch (RuntimeException e) {
            throw told("The poll cannot be written", e);
        }
        errants.delivered();
        outage.over();
    }

    private RuntimeException delay(Failed failed) {
        if (failed.kind() == FailureKind.FENCED && outage.isFencedFor(STILL_OWNER)) {
            target.claimAgain(failed);
        }
        return failed.kind() == FailureKind.FENCED || failed.kind().isPassing()
                ? outage.delay(failed)
                : FailureText.ofTask("The poll cannot be written", failed);
    }

    private static ConnectException told(String what, RuntimeException e) {
        return e instanceof ConnectException connect ? connect : FailureText.ofTask(what, DatabaseSchema.failed(e));
    }

    public Map<TopicPartition, OffsetAndMetadata> committable(Map<TopicPartition, OffsetAndMetadata> reached) {
        return target.committable(reached);
    }

    public void stop() {
        counters.close();
        target.close();
        LOG.info("Stopped");
    }

    private Deadline deadline() {
        return Deadline.in(writeTimeout, ticker);
    }
}
