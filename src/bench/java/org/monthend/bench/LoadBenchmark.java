package org.monthend.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.monthend.job.MonthEndRun;
import org.monthend.warehouse.server.DatabaseAddress;

/** The whole load of a million rows beside its floor: many workbooks, and one large one. */
final class LoadBenchmark {

    private static final int ROUNDS = Integer.getInteger("rounds", 3);

    private LoadBenchmark() {}

    static void run(Path folder) throws Exception {
        try (Databases databases = new Databases(folder)) {
            for (Workload workload :
                    List.of(Workload.manyWorkbooks(folder, 2_000), Workload.largeWorkbook(folder, 1_000_000))) {
                new Pair(databases, workload).tell(ROUNDS);
            }
        }
    }

    /** One workload, loaded by the floor and by the product in turn. */
    static final class Pair {

        private final Databases databases;
        private final Workload workload;
        private final List<Cost> floors = new ArrayList<>();
        private final List<Cost> loads = new ArrayList<>();
        private final List<Cost> agains = new ArrayList<>();
        private final List<Cost> touched = new ArrayList<>();
        private String parts = "";

        Pair(Databases databases, Workload workload) {
            this.databases = databases;
            this.workload = workload;
        }

        void tell(int rounds) throws Exception {
            for (int round = 0; round < rounds; round++) {
                round();
            }
            Cost floor = Cost.median(floors);
            Cost load = Cost.median(loads);
            System.out.printf(
                    "%n%s: %,d workbook(s), %,d rows; medians of %d%n",
                    workload.name(), workload.workbooks(), workload.allRows(), rounds);
            System.out.printf("floor           %s%n", floor);
            System.out.printf("load            %s%n", load);
            System.out.printf(
                    "  %.1f x floor by the clock, %.1f x by CPU, %,.0f rows a second%n",
                    ratio(Cost::wallSeconds), ratio(Cost::cpuSeconds), workload.allRows() / load.wallSeconds());
            System.out.printf("  of its threads' time: %s%n", parts);
            System.out.printf("nothing new     %s%n", Cost.median(agains));
            System.out.printf("one new figure  %s%n", Cost.median(touched));
        }

        /** The median of the ratios of pairs. */
        private double ratio(java.util.function.ToDoubleFunction<Cost> of) {
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < loads.size(); round++) {
                ratios.add(of.applyAsDouble(loads.get(round)) / of.applyAsDouble(floors.get(round)));
            }
            return ratios.stream().sorted().toList().get(ratios.size() / 2);
        }

        private void round() throws Exception {
            DatabaseAddress first = databases.fresh();
            Floor.prepare(first);
            floors.add(Cost.of(databases.server(), () -> Floor.load(first, workload.files())));
            expect(workload.allRows(), Databases.number(first, "select count(*) from floor_row"));
            DatabaseAddress second = databases.fresh();
            empty(workload.input().resolve("output"));
            try (MonthEndLoad product = new MonthEndLoad(workload, second)) {
                try (WhereTimeGoes where = new WhereTimeGoes()) {
                    loads.add(cost(product, workload.allRows()));
                    parts = where.told();
                }
                System.out.printf(
                        "round: floor %s%n       load %s%n       %s%n",
                        floors.get(floors.size() - 1), loads.get(loads.size() - 1), parts);
                expect(workload.allRows(), Databases.number(second, "select count(*) from dw.fact_measure_value"));
                agains.add(cost(product, 0));
                workload.resend(true);
                try {
                    touched.add(cost(product, 1));
                } finally {
                    workload.resend(false);
                }
            }
        }

        private Cost cost(MonthEndLoad product, long revisions) throws Exception {
            List<MonthEndRun.Outcome> outcome = new ArrayList<>();
            Cost cost = Cost.of(databases.server(), () -> outcome.add(product.load()));
            Optional<String> fault = outcome.get(0).results().stream()
                    .flatMap(result -> result.judgement().issues().stream())
                    .map(Object::toString)
                    .findFirst();
            if (fault.isPresent()) {
                throw new IllegalStateException("a workload has no faults, but: " + fault.get());
            }
            expect(
                    revisions,
                    outcome.get(0).results().stream()
                            .mapToLong(result -> result.revisions())
                            .sum());
            return cost;
        }

        private static void empty(Path folder) throws IOException {
            if (!Files.exists(folder)) {
                return;
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        }

        private static void expect(long expected, long found) {
            if (expected != found) {
                throw new IllegalStateException("expected %,d rows, found %,d".formatted(expected, found));
            }
        }
    }
}
