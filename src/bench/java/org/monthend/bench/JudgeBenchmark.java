package org.monthend.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;
import org.monthend.cli.Monthend;

/**
 * What it costs to judge many series in full (trend, control chart, forecast, outturn) in one pass over a csv, and to look
 * back on their outturns at four times of the year.
 */
final class JudgeBenchmark {

    private static final int SERIES = Integer.getInteger("series", 45_000);
    private static final int MONTHS = 60;

    private JudgeBenchmark() {}

    static void run(Path folder) throws Exception {
        Files.createDirectories(folder);
        Path csv = folder.resolve("series.csv");
        write(csv);
        System.out.printf("%,d series of %d months, %,d bytes%n", SERIES, MONTHS, Files.size(csv));
        tell(
                "all four",
                "judge",
                "all",
                "--csv",
                csv.toString(),
                "--out",
                folder.resolve("judged").toString());
        tell(
                "outturn at four times",
                "judge",
                "outturn",
                "--csv",
                csv.toString(),
                "--out",
                folder.resolve("outturn.csv").toString());
    }

    private static void tell(String name, String... arguments) throws Exception {
        PrintWriter err = new PrintWriter(System.err, true);
        Cost cost = Cost.of(() -> {
            if (Monthend.run(new PrintWriter(System.out, true), err, arguments) != 0) {
                throw new IllegalStateException("series made up for a benchmark have no faults");
            }
        });
        System.out.printf("%-22s %s%n", name, cost);
    }

    /** Counts, percentages and rates with seasons of their own, of six months of a financial year and the years before. */
    private static void write(Path csv) throws IOException {
        Random random = new Random(20_151_231);
        try (BufferedWriter writer = Files.newBufferedWriter(csv)) {
            writer.write("series_id,kind,start_month,numerators,denominators\n");
            for (int i = 0; i < SERIES; i++) {
                writer.write(String.format(Locale.UK, "S%05d,%s\n", i, series(random, i % 3)));
            }
        }
    }

    private static String series(Random random, int kind) {
        double level = Math.exp(2 + 6 * random.nextDouble());
        double share = 0.1 + 0.8 * random.nextDouble();
        double[] season = random.doubles(12, 0.8, 1.2).toArray();
        StringJoiner numerators = new StringJoiner(";");
        StringJoiner denominators = new StringJoiner(";");
        for (int month = 0; month < MONTHS; month++) {
            long all = Math.round(level * season[month % 12] * (1 + 0.08 * random.nextGaussian())) + 1;
            long part = Math.max(0, Math.min(all, Math.round(all * (share + 0.05 * random.nextGaussian()))));
            numerators.add(Long.toString(kind == 0 ? all : part));
            denominators.add(kind == 0 ? "" : Long.toString(all));
        }
        return String.join(
                ",",
                kind == 0 ? "COUNT" : kind == 1 ? "PCT" : "RATE",
                "2010-10",
                numerators.toString(),
                kind == 0 ? "" : denominators.toString());
    }
}
