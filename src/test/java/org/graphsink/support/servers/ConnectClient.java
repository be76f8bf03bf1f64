package org.graphsink.support.servers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/**
 * The REST interface of a Kafka Connect worker.
 *
 * @see <a href="https://kafka.apache.org/documentation/#connect_rest">Kafka Connect REST API</a>
 */
public final class ConnectClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration REQUEST = Duration.ofSeconds(90);
    private static final Duration RUNNING = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(100);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI worker;

    ConnectClient(URI worker) {
        this.worker = worker;
    }

    public List<String> connectors() {
        return StreamSupport.stream(request("GET", "connectors", null).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** The connectors that the worker has plugins for: their versions by class name. */
    public Map<String, String> connectorPlugins() {
        var versions = new TreeMap<String, String>();
        for (JsonNode plugin : request("GET", "connector-plugins", null)) {
            versions.put(plugin.get("class").asText(), plugin.path("version").asText());
        }
        return versions;
    }

    /**
     * Validates without starting anything.
     *
     * @return the errors by setting; empty where all is well
     */
    public Map<String, List<String>> validate(Map<String, String> configuration) {
        return ValidationErrors.of(request(
                "PUT",
                "connector-plugins/" + configuration.get("connector.class") + "/config/validate",
                configuration));
    }

    /** Creates a connector or gives it another configuration. */
    public void configure(String connector, Map<String, String> configuration) {
        request("PUT", "connectors/" + connector + "/config", configuration);
    }

    /** Creates a connector from a document {@code {"name": …, "config": {…}}}. */
    public void create(JsonNode document) {
        request("POST", "connectors", document);
    }

    public JsonNode status(String connector) {
        return request("GET", "connectors/" + connector + "/status", null);
    }

    public JsonNode offsets(String connector) {
        return request("GET", "connectors/" + connector + "/offsets", null);
    }

    /** Moves the offsets of a stopped connector, in the form that {@link #offsets} returns. */
    public JsonNode alterOffsets(String connector, Object offsets) {
        return request("PATCH", "connectors/" + connector + "/offsets", offsets);
    }

    public JsonNode resetOffsets(String connector) {
        return request("DELETE", "connectors/" + connector + "/offsets", null);
    }

    public void pause(String connector) {
        request("PUT", "connectors/" + connector + "/pause", null);
    }

    public void resume(String connector) {
        request("PUT", "connectors/" + connector + "/resume", null);
    }

    /** Stops the connector and waits until it has stopped, as changes of its offsets require. */
    public void stop(String connector) {
        request("PUT", "connectors/" + connector + "/stop", null);
        await(
                connector,
                "STOPPED",
                status -> status.at("/connector/state").asText().equals("STOPPED")
                        && status.at("/tasks").isEmpty());
    }

    /** Restarts the connector and all of its tasks. */
    public void restart(String connector) {
        request("POST", "connectors/" + connector + "/restart?includeTasks=true", null);
    }

    public void delete(String connector) {
        request("DELETE", "connectors/" + connector, null);
    }

    /**
     * @return the status of a connector that has not failed
     * @throws IllegalStateException with the trace of the connector or of a task that has
     */
    public JsonNode requireNotFailed(String connector) {
        JsonNode status = status(connector);
        for (JsonNode trace : status.findValues("trace")) {
            throw new IllegalStateException(connector + " failed: " + trace.asText());
        }
        return status;
    }

    /**
     * Waits until the connector and all of its tasks run.
     *
     * @throws IllegalStateException with the trace of a failed task, at once
     */
    public void awaitRunning(String connector) {
        await(connector, "RUNNING", ConnectClient::isRunning);
    }

    private void await(String connector, String state, Predicate<JsonNode> reached) {
        Awaitility.await(connector + " " + state)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .atMost(RUNNING)
                .ignoreExceptionsMatching(e -> e instanceof ConnectRequestException refused && refused.isTemporary())
                .until(() -> reached.test(requireNotFailed(connector)));
    }

    private static boolean isRunning(JsonNode status) {
        JsonNode tasks = status.at("/tasks");
        return status.at("/connector/state").asText().equals("RUNNING")
                && !tasks.isEmpty()
                && StreamSupport.stream(tasks.spliterator(), false)
                        .allMatch(task -> task.at("/state").asText().equals("RUNNING"));
    }

    /**
     * @param body null for none
     * @return the answer; a missing node where it has no text
     * @throws ConnectRequestException with the worker's message for an answer other than 2xx
     */
    private JsonNode request(String method, String path, Object body) {
        try {
            var request = HttpRequest.newBuilder(worker.resolve(path))
                    .timeout(REQUEST)
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new ConnectRequestException(method + " " + path, response.statusCode(), response.body());
            }
            return response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(method + " " + path + " was not answered in JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method + " " + path + " was interrupted", e);
        }
    }
}
