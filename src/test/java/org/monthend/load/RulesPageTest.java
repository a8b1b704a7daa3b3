package org.monthend.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.extract.format.Reason;
import org.monthend.validate.Rule;

class RulesPageTest {

    private static final Path PAGE = Path.of("docs", "rules.md");

    /** -Dgolden=update writes the page anew. */
    @Test
    void saysWhatTheRulesSay(@TempDir Path folder) throws IOException {
        String said = new RulesPage(folder).text();
        if (System.getProperty("golden", "").equals("update")) {
            Files.writeString(PAGE, said);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(said);
    }

    @Test
    void holdsEveryCodeThatARefusalCanHave() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Arrays.stream(Rule.values()).map(rule -> "| " + rule.name() + " |"))
                .allMatch(page::contains);
        assertThat(Arrays.stream(Reason.values()).map(reason -> "| " + reason.name() + " |"))
                .allMatch(page::contains);
    }
}
