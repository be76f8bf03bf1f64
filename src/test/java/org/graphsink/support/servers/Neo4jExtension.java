package org.graphsink.support.servers;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.neo4j.driver.Driver;

/**
 * Gives tests a {@link Neo4jServer} or its {@link Driver} as parameter. All tests of a JVM share one server; each test
 * finds it empty, constraints and indexes included.
 */
public final class Neo4jExtension implements BeforeEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(Neo4jExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        server(context).clear();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Neo4jServer.class || type == Driver.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var server = server(context);
        return parameter.getParameter().getType() == Driver.class ? server.driver() : server;
    }

    private static Neo4jServer server(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Neo4jServer.class, key -> Neo4jServer.start(), Neo4jServer.class);
    }
}
