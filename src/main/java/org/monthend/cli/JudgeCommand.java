package org.monthend.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Judges any csv of series as the scorecard judges its measures, without a warehouse. */
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        description = "Judge any csv of series as the scorecard judges its measures.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            JudgeTrendCommand.class,
            JudgeSpcCommand.class,
            JudgeForecastCommand.class,
            JudgeOutturnCommand.class,
            JudgeAllCommand.class
        },
        footer = {
            "",
            "Columns are found by their names, in any order; others are passed over. A row that cannot be judged is named "
                    + "with what to do, the others are judged, and the exit code is then 3. How it is judged: docs/algorithms.md."
        })
final class JudgeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "Say what to judge: trend, spc, forecast, outturn, or all of them.");
    }
}
