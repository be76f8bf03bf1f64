package org.graphsink.support;

import java.net.URI;
import org.graphsink.config.SinkSettings;
import org.graphsink.mapping.MappingSettings;
import org.graphsink.value.connect.TypeSettings;

/** What a configuration that says nothing about them asks for. */
public final class DefaultSettings {

    private static final SinkSettings SETTINGS =
            SinkSettings.of(ConnectorSettings.to(URI.create("bolt://localhost")).map());

    public static final MappingSettings MAPPING = SETTINGS.mapping();

    public static final TypeSettings TYPES = SETTINGS.decoder().types();

    private DefaultSettings() {}
}
