package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Series of every odd kind, half of them with odd cells: whatever comes, each row is judged or told. The seed is fixed. */
class JudgeFuzzTest {

    private static final int ROWS = 1_500;
    private static final Pattern NO_NUMBER = Pattern.compile("NaN|Infinity");

    private static final List<String> FIGURES = List.of(
            "0", "0", "100", "100", "1", "5", "-5", "0.5", "1e9", "1e-300", "1e149", "-1e150", "4.9e-324", "", "", "7");
    private static final List<String> NO_FIGURES = List.of(
            "NaN", "Infinity", "-", "1,5", "1.2.3", "0x1p3", "1d", "１", "1e", "=1+1", "1e308", "c", "\u0000", "--1");
    private static final List<String> ODD_CELLS = List.of(
            "",
            " ",
            "TRUE",
            "12",
            "11",
            "-1",
            "2015-13",
            "2015-04",
            "increase",
            "a\"b",
            "\"",
            "\uFFFD",
            "x".repeat(500));

    private final Path folder;

    JudgeFuzzTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({"trend, 1", "spc, 2", "forecast, 3", "outturn, 4", "trend, 5", "spc, 6", "forecast, 7", "outturn, 8"})
    void everyRowIsJudgedOrTold(String command, long seed) throws IOException {
        Random random = new Random(seed);
        String header = switch (command) {
            case "trend" -> "case_id,unit,values";
            case "spc" -> "case,period,value,direction,target,rebase,fix_after_n,screen_outliers";
            case "forecast" -> "series_id,values";
            case "outturn" -> "series_id,kind,start_month,numerators,denominators";
            default -> throw new IllegalArgumentException(command);
        };
        String rows = IntStream.range(0, ROWS)
                .mapToObj(row -> mutated(random, row(random, command, row)))
                .collect(Collectors.joining("\n"));
        Path file = Files.writeString(folder.resolve("in.csv"), header + "\n" + rows + "\n");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int exitCode = Monthend.run(
                new PrintWriter(out, true), new PrintWriter(err, true), "judge", command, "--csv", file.toString());

        assertThat(exitCode).as("seed %d: %s", seed, err).isEqualTo(3);
        assertThat(err.toString().lines()).allMatch(line -> line.startsWith("in.csv") || line.startsWith("... and"));
        assertThat(NO_NUMBER.matcher(out.toString()).find()).as("seed %d", seed).isFalse();
        assertThat(out.toString().lines().count()).as("seed %d", seed).isGreaterThan(ROWS / 4);
        assertThat(out.toString()).doesNotContainPattern("(?m)^[=+@]");
    }

    private static String row(Random random, String command, int row) {
        return switch (command) {
            case "trend" -> "=S%d,%s,%s".formatted(row, random.nextBoolean() ? "1" : "0.1", figures(random));
            case "spc" ->
                "C%d,2%03d-%02d-01,%s,%s,%s,%s,%s,%s"
                        .formatted(
                                row / 30,
                                row / 12,
                                row % 12 + 1,
                                figure(random),
                                List.of("increase", "decrease", "neutral").get(row / 30 % 3),
                                figure(random),
                                random.nextInt(20) == 0 ? "2%03d-%02d-01".formatted(row / 12, row % 12 + 1) : "",
                                row / 30 % 4 == 0 ? "12" : "",
                                row / 30 % 2 == 0 ? "TRUE" : "FALSE");
            case "forecast" -> "-S%d,%s".formatted(row, figures(random));
            case "outturn" -> {
                boolean count = random.nextBoolean();
                int months = random.nextInt(70) + 1;
                yield "@S%d,%s,20%02d-%02d,%s,%s"
                        .formatted(
                                row,
                                count
                                        ? random.nextInt(3) == 0 ? "SPEND" : "COUNT_BREACH"
                                        : random.nextBoolean() ? "PCT" : "RATE",
                                random.nextInt(20) + 10,
                                random.nextInt(12) + 1,
                                figures(random, months),
                                count ? "" : figures(random, months));
            }
            default -> throw new IllegalArgumentException(command);
        };
    }

    /** One row in eight gets a cell or a figure that nobody would expect, or loses or doubles a comma. */
    private static String mutated(Random random, String row) {
        return switch (random.nextInt(32)) {
            case 0 -> row.replaceFirst(",", ",,");
            case 1 -> row.replaceFirst(",", ";");
            case 2 -> row.replaceFirst(",[^,]*$", "," + NO_FIGURES.get(random.nextInt(NO_FIGURES.size())));
            case 3 ->
                row.replaceFirst(
                        ",[^,]*,", "," + ODD_CELLS.get(random.nextInt(8)).replace("\"", "\"\"") + ",");
            default -> row;
        };
    }

    private static String figures(Random random) {
        return figures(random, random.nextInt(70));
    }

    private static String figures(Random random, int months) {
        int kind = random.nextInt(6);
        String constant = figure(random);
        return IntStream.range(0, months)
                .mapToObj(month -> switch (kind) {
                    case 0 -> constant;
                    case 1 -> figure(random);
                    case 2 -> month == months / 2 ? "1e6" : "3";
                    case 3 -> String.valueOf(random.nextInt(5));
                    default -> String.valueOf(50 + 10 * random.nextGaussian());
                })
                .collect(Collectors.joining(";"));
    }

    private static String figure(Random random) {
        return FIGURES.get(random.nextInt(FIGURES.size()));
    }
}
