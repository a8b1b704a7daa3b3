package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code --help} says of each command. */
class HelpTest {

    /** A line that was broken by hand is broken a second time where the terminal's width says. */
    @Test
    void aLineIsBrokenWhereASentenceEndsAndNowhereElseByHand() {
        List<String> broken = new ArrayList<>();
        List<String> looked = new ArrayList<>();
        specs(new CommandLine(new Monthend()).getCommandSpec())
                .forEach(spec -> texts(spec).forEach(text -> {
                    looked.addAll(Arrays.asList(text));
                    Arrays.stream(text)
                            .limit(Math.max(0, text.length - 1))
                            .filter(line -> !line.isEmpty() && !line.matches(".*[.:?]"))
                            .map(line -> spec.name() + ": " + line)
                            .forEach(broken::add);
                }));
        assertThat(broken).isEmpty();
        assertThat(looked).hasSizeGreaterThan(100);
    }

    private static Stream<CommandSpec> specs(CommandSpec spec) {
        return Stream.concat(
                Stream.of(spec),
                spec.subcommands().values().stream().flatMap(command -> specs(command.getCommandSpec())));
    }

    private static Stream<String[]> texts(CommandSpec spec) {
        return Stream.concat(
                Stream.of(spec.usageMessage().description(), spec.usageMessage().footer()),
                spec.args().stream().map(CommandLine.Model.ArgSpec::description));
    }
}
