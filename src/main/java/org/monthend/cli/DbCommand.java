package org.monthend.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.monthend.job.IntegrityChecks;
import org.monthend.warehouse.BiLogin;
import org.monthend.warehouse.server.DatabaseAddress;
import org.monthend.warehouse.server.EmbeddedServer;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts and stops the embedded database, says how to connect to it, and checks what is in the warehouse. */
@Command(
        name = "db",
        mixinStandardHelpOptions = true,
        description = "Start, stop or check the database, or print how to connect to it.")
final class DbCommand implements Callable<Integer> {

    /** What can be asked of it. */
    enum Action {
        START,
        STOP,
        URL,
        CHECK
    }

    /** Whose login to print. */
    enum Login {
        OWNER,
        BI
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Mixin
    private final Places places = new Places();

    @Parameters(
            paramLabel = "start|stop|url|check",
            description = {
                "start keeps the embedded one running until stop; url prints one postgresql:// address; "
                        + "check looks for rows that must not be, as every night does."
            })
    private @Nullable Action action;

    @Option(
            names = "--as",
            paramLabel = "owner|bi",
            description =
                    "Whose login url prints: the owner's (default), or that of BI tools, which see schema mart alone.")
    private Login login = Login.OWNER;

    @Override
    public Integer call() {
        EmbeddedServer server = new EmbeddedServer(places.data());
        Action asked = action == null ? Action.URL : action;
        switch (asked) {
            case START -> print(server.start().url());
            case STOP ->
                print(
                        server.stop()
                                ? "The database is stopped."
                                : "The database stops when the last command that uses it has finished.");
            case URL -> print(address(server).url());
            case CHECK -> {
                return check().number();
            }
        }
        return ExitCode.DONE.number();
    }

    private ExitCode check() {
        if (!places.haveWarehouse()) {
            throw new Misused("There is no warehouse yet to check. Load something first: ./monthend load");
        }
        try (ConfigurableApplicationContext application = Application.start(places)) {
            IntegrityChecks checks = application.getBean(IntegrityChecks.class);
            List<IntegrityChecks.Violation> violations = checks.run();
            violations.forEach(this::print);
            print("%d checks, %s."
                    .formatted(
                            checks.count(),
                            violations.isEmpty()
                                    ? "nothing found"
                                    : "%d of them violated: what they found cannot come from any input, so please report it"
                                            .formatted(violations.size())));
            return violations.isEmpty() ? ExitCode.DONE : ExitCode.UNEXPECTED;
        }
    }

    private void print(IntegrityChecks.Violation violation) {
        String sentence = violation.sentence();
        print(Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ". It looks for: "
                + violation.meaning());
        violation.examples().forEach(example -> print("  " + example));
        if (violation.rows() > violation.examples().size()) {
            print("  and %,d more."
                    .formatted(violation.rows() - violation.examples().size()));
        }
    }

    private DatabaseAddress address(EmbeddedServer server) {
        DatabaseAddress owner = server.running()
                .orElseThrow(() -> new Misused("The database does not run. Start it with: ./monthend db start"));
        return login == Login.BI ? BiLogin.of(owner, places.data()) : owner;
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
