package org.monthend.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where things are; by default beside the launcher. */
final class Places {

    private static final Path HOME = Path.of(System.getProperty("monthend.home", "."));

    @Option(
            names = "--input",
            paramLabel = "FOLDER",
            description = "Folder of catalogue.xlsx and returns (default: input).")
    private @Nullable Path input;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description = "Folder that gets the scorecards (default: output).")
    private @Nullable Path output;

    @Option(names = "--data", paramLabel = "FOLDER", description = "Folder of the embedded database (default: data).")
    private @Nullable Path data;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "A PostgreSQL of your own instead: postgresql://user:password@host:port/database.")
    private @Nullable String url;

    @Option(names = "--user", paramLabel = "NAME", description = "Login for --url, where it names none.")
    private @Nullable String user;

    @Option(
            names = "--password",
            paramLabel = "WORD",
            description = "Its password; better in the environment as SPRING_DATASOURCE_PASSWORD.")
    private @Nullable String password;

    Path input() {
        return input == null ? HOME.resolve("input") : input;
    }

    Path output() {
        return output == null ? HOME.resolve("output") : output;
    }

    Path data() {
        return data == null ? HOME.resolve("data") : data;
    }

    /** Whether there is a database to ask already: one of your own, or the embedded one of an earlier run. */
    boolean haveWarehouse() {
        return url != null || System.getenv("SPRING_DATASOURCE_URL") != null || Files.isDirectory(data());
    }

    /** The given ones as Spring's own properties, which go before those of files and environment. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("monthend.data", data().toString());
        Optional.ofNullable(url).ifPresent(given -> properties.put("spring.datasource.url", given));
        Optional.ofNullable(user).ifPresent(given -> properties.put("spring.datasource.username", given));
        Optional.ofNullable(password).ifPresent(given -> properties.put("spring.datasource.password", given));
        return properties;
    }
}
