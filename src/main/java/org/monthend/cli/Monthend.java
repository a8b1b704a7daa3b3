package org.monthend.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.monthend.job.MonthFailed;
import org.monthend.job.Stopped;
import org.monthend.load.CatalogueRefused;
import org.monthend.load.FolderUnreadable;
import org.monthend.load.MonthIsHeld;
import org.monthend.load.WarehouseUnavailable;
import org.monthend.warehouse.MigrationFailed;
import org.monthend.warehouse.server.ServerUnavailable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The launcher's commands. What is asked is parsed before anything else starts, so that help comes at once. */
@Command(
        name = "monthend",
        mixinStandardHelpOptions = true,
        versionProvider = Monthend.Version.class,
        description = "From monthly returns to a scorecard the board can trust.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            LoadCommand.class,
            RerunCommand.class,
            WithdrawCommand.class,
            CheckCommand.class,
            StatusCommand.class,
            IssuesCommand.class,
            ExplainCommand.class,
            WaiveCommand.class,
            RebaseCommand.class,
            AnnotateCommand.class,
            TemplateCommand.class,
            TraceCommand.class,
            PublishCommand.class,
            ScorecardCommand.class,
            VerifyCommand.class,
            LayoutCommand.class,
            ServeCommand.class,
            JudgeCommand.class,
            DbCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 unexpected, 2 usage, 3 returns refused or rows rejected, 4 stopped, "
                    + "5 failed (run the same command again), 75 another run holds the month.",
            "",
            "A first run: ./monthend load"
        })
public final class Monthend implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        System.exit(Signals.attend(err, () -> run(out, err, arguments)));
    }

    /** Runs one command and returns its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        // Numbers and months are written in one way, whatever the machine's own is.
        Locale.setDefault(Locale.UK);
        int exitCode = new CommandLine(new Monthend())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(Monthend::explain)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
        out.flush();
        err.flush();
        return exitCode;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do; a first run is: ./monthend load");
    }

    /** What went wrong in one sentence and the code that says what kind it is. A stack trace only for our own faults. */
    private static int explain(Exception failure, CommandLine commandLine, ParseResult parsed) {
        PrintWriter err = commandLine.getErr();
        if (failure instanceof CatalogueRefused refused) {
            refused.faults().forEach(err::println);
            return ExitCode.REFUSED.number();
        }
        if (failure instanceof Misused) {
            err.println(failure.getMessage());
            return ExitCode.USAGE.number();
        }
        if (failure instanceof Stopped) {
            err.println(failure.getMessage()
                    + " What is decided stands, nothing is half done; run the same command again" + " for the rest.");
            return ExitCode.STOPPED.number();
        }
        if (failure instanceof MonthIsHeld) {
            err.println(failure.getMessage());
            return ExitCode.LOCKED.number();
        }
        if (failure instanceof WarehouseUnavailable
                || failure instanceof ServerUnavailable
                || failure instanceof MigrationFailed
                || failure instanceof FolderUnreadable
                || failure instanceof MonthFailed) {
            err.println(failure.getMessage());
            return ExitCode.FAILED.number();
        }
        if (failure instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
            err.printf(
                    "A file or folder could not be read or written: %s. Put that right and run the same command again;"
                            + " nothing is half done.%n",
                    unchecked.getCause().getMessage());
            return ExitCode.FAILED.number();
        }
        err.println("Something unexpected happened, and it is our fault, not yours. Nothing is half done: what was"
                + " finished stands, and the same command can be run again. For the report:");
        failure.printStackTrace(err);
        return ExitCode.UNEXPECTED.number();
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"Monthend " + number()};
        }

        static String number() {
            String version = Monthend.class.getPackage().getImplementationVersion();
            return version == null ? "of this working copy" : version;
        }
    }
}
