package org.monthend.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.monthend.warehouse.BiLogin;
import org.monthend.warehouse.server.DatabaseAddress;
import org.monthend.warehouse.server.EmbeddedServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts and stops the embedded database, and says how to connect to it. */
@Command(
        name = "db",
        mixinStandardHelpOptions = true,
        description = "Start or stop the embedded database, or print how to connect to it.")
final class DbCommand implements Callable<Integer> {

    /** What can be asked of it. */
    enum Action {
        START,
        STOP,
        URL
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
            paramLabel = "start|stop|url",
            description = "start keeps it running until stop; url prints one postgresql:// address.")
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
        }
        return ExitCode.DONE.number();
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
