package org.graphsink.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.graphsink.cypher.CypherStatement;
import org.graphsink.graph.GraphChange;
import org.graphsink.pipeline.GraphPipeline;
import org.graphsink.support.DefaultSettings;

/**
 * How the records of a few sequences arrive at the connector: in which order and in which polls.
 *
 * @param scenarios the sequences
 * @param records in the order of their arrival
 */
record Arrival(List<Scenario> scenarios, List<Numbered> records) {

    private static final GraphPipeline PIPELINE = SourceTable.pipeline(ShopTables.ALL, DefaultSettings.MAPPING);

    /** The n-th record of a sequence, which comes in a poll. */
    record Numbered(int scenario, int record, int poll) {}

    static Arrival of(List<Scenario> scenarios, Random random) {
        var left = new ArrayList<int[]>();
        for (int i = 0; i < scenarios.size(); i++) {
            int length = scenarios.get(i).records(0).size();
            if (length > 0) {
                left.add(new int[] {i, 0, length});
            }
        }
        var records = new ArrayList<Numbered>();
        int poll = 0;
        int most = 1 + random.nextInt(40);
        while (!left.isEmpty()) {
            var next = left.get(random.nextInt(left.size()));
            records.add(new Numbered(next[0], next[1]++, poll));
            if (next[1] == next[2]) {
                left.remove(next);
            }
            if (random.nextInt(most) == 0) {
                poll++;
            }
        }
        return new Arrival(scenarios, records);
    }

    Arrival with(List<Numbered> fewer) {
        return new Arrival(scenarios, fewer);
    }

    /** What each of the records does, in sequences of these numbers. */
    List<List<GraphChange>> changes(List<Long> sequences) {
        var changes = new ArrayList<List<List<GraphChange>>>();
        for (int i = 0; i < scenarios.size(); i++) {
            changes.add(scenarios.get(i).changes(sequences.get(i)));
        }
        return records.stream()
                .map(record -> changes.get(record.scenario).get(record.record))
                .toList();
    }

    /** The statements of the n-th poll at n. */
    List<List<CypherStatement>> polls(List<Long> sequences) {
        var changes = changes(sequences);
        var polls = new ArrayList<List<CypherStatement>>();
        for (int from = 0; from < records.size(); ) {
            int to = from;
            var poll = new ArrayList<GraphChange>();
            while (to < records.size() && records.get(to).poll == records.get(from).poll) {
                poll.addAll(changes.get(to++));
            }
            polls.add(PIPELINE.statements(poll));
            from = to;
        }
        return polls;
    }

    /** For each sequence, the statements of its n-th record at n. */
    List<List<List<CypherStatement>>> oneByOne(List<Long> sequences) {
        var changes = changes(sequences);
        var statements = new ArrayList<List<List<CypherStatement>>>();
        scenarios.forEach(scenario -> statements.add(new ArrayList<>()));
        for (int i = 0; i < records.size(); i++) {
            statements.get(records.get(i).scenario).add(PIPELINE.statements(changes.get(i)));
        }
        return statements;
    }

    /** The graph of each sequence by the model. */
    List<GraphDump> modelled() {
        var graphs = scenarios.stream().map(scenario -> new ModelGraph()).toList();
        var changes = changes(scenarios.stream().map(scenario -> 0L).toList());
        for (int i = 0; i < records.size(); i++) {
            changes.get(i).forEach(graphs.get(records.get(i).scenario)::apply);
        }
        return graphs.stream().map(ModelGraph::dump).toList();
    }
}
