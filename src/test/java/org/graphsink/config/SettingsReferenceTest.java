package org.graphsink.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsReferenceTest {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- settings -->\n";
    private static final String END = "<!-- /settings -->";

    @Test
    void theReadmeHoldsTheSettingsAsTheyAreDefined() throws IOException {
        var readme = Files.readString(README);
        var begin = readme.indexOf(BEGIN) + BEGIN.length();
        var end = readme.indexOf(END, begin);
        var reference = "\n" + SettingsReference.markdown() + "\n";
        if (Boolean.getBoolean("settings.write")) {
            Files.writeString(README, readme.substring(0, begin) + reference + readme.substring(end));
            return;
        }

        assertThat(readme.substring(begin, end))
                .as("The settings in README.md are not those of the code. Write them anew with:"
                        + " mvn test -Dtest=SettingsReferenceTest -Dsettings.write=true")
                .isEqualTo(reference);
    }
}
