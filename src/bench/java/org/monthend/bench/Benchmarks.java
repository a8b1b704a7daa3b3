package org.monthend.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/** {@code ./mvnw -Pbench test-compile exec:exec -Dbench=load}: writes its data under target/bench and tells figures. */
public final class Benchmarks {

    private Benchmarks() {}

    /** @param arguments the benchmark's name, and the folder for its data */
    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.UK);
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "load" -> LoadBenchmark.run(folder);
            case "grow" -> GrowthBenchmark.run(folder);
            case "keys" -> KeysBenchmark.run(folder);
            case "read" -> ReadBenchmark.run(folder);
            case "judge" -> JudgeBenchmark.run(folder);
            case "forecast" -> ForecastBenchmark.run(folder.resolve("forecast"));
            case "outturn" -> OutturnBenchmark.run();
            default ->
                throw new IllegalArgumentException(
                        "'%s' is no benchmark. Say load, grow, keys, read, judge, forecast or outturn."
                                .formatted(arguments[0]));
        }
    }
}
