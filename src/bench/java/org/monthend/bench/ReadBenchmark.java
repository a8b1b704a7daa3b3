package org.monthend.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Layout;
import org.monthend.extract.Table;
import org.monthend.extract.TableFinder;
import org.monthend.extract.TableReader;
import org.monthend.extract.TableSearch;
import org.monthend.extract.format.ReadLimits;
import org.monthend.extract.format.Workbook;
import org.monthend.extract.format.Workbooks;
import org.monthend.load.CatalogueFile;
import org.monthend.validate.History;
import org.monthend.validate.ReturnJudge;

/** What the layers of reading cost, each with all those beneath it, without a database and in one thread. */
final class ReadBenchmark {

    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    private ReadBenchmark() {}

    static void run(Path folder) throws Exception {
        for (Workload workload :
                List.of(Workload.manyWorkbooks(folder, 2_000), Workload.largeWorkbook(folder, 1_000_000))) {
            Catalogue catalogue = new CatalogueFile(workload.catalogue()).read(ReadLimits.standard());
            Map<String, Reading> layers = new LinkedHashMap<>();
            layers.put("inflate", ReadBenchmark::inflate);
            layers.put("scan bytes", file -> ByteScanner.read(file, new Nothing()));
            layers.put("cells", ReadBenchmark::cells);
            layers.put("rows of the layout", file -> table(file, catalogue, false));
            layers.put("judged statements", file -> table(file, catalogue, true));
            tell(workload, layers);
        }
    }

    private interface Reading {
        void read(Path file) throws IOException;
    }

    private static void tell(Workload workload, Map<String, Reading> layers) throws IOException {
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (Map.Entry<String, Reading> layer : layers.entrySet()) {
                long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                for (Path file : workload.files()) {
                    layer.getValue().read(file);
                }
                double cpu = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
                if (round > 0) {
                    seconds.computeIfAbsent(layer.getKey(), name -> new ArrayList<>())
                            .add(cpu);
                }
            }
        }
        double scan = median(seconds.getOrDefault("scan bytes", List.of()));
        System.out.printf(
                "%n%s: %,d workbook(s), %,d rows; CPU seconds of one thread, medians of %d%n",
                workload.name(), workload.workbooks(), workload.allRows(), ROUNDS);
        seconds.forEach((layer, all) ->
                System.out.printf("%-20s %6.2f s, %.1f x the byte scanner%n", layer, median(all), median(all) / scan));
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }

    private static void inflate(Path file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            int read = 0;
            while (read >= 0) {
                read = in.read(buffer);
            }
        }
    }

    private static void cells(Path file) throws IOException {
        try (Workbook workbook = Workbooks.open(file, ReadLimits.standard())) {
            workbook.rows(workbook.sheets().get(0), row -> true);
        }
    }

    private static void table(Path file, Catalogue catalogue, boolean judged) throws IOException {
        Layout layout = catalogue.layout("TIDY", Workload.MONTH).orElseThrow();
        try (Workbook workbook = Workbooks.open(file, ReadLimits.standard())) {
            Table table = ((TableSearch.Found)
                            new TableFinder(workbook, file.getFileName().toString()).find(layout))
                    .table();
            if (judged) {
                ReturnJudge judge = new ReturnJudge(
                        catalogue, catalogue.returns().get(0), Workload.MONTH, History.nothing(), statement -> {});
                judge.startTable(table, layout);
                TableReader.read(workbook, table, layout, judge::row);
                if (!judge.finish().issues().isEmpty()) {
                    throw new IllegalStateException("a workload has no faults");
                }
            } else {
                TableReader.read(workbook, table, layout, row -> {});
            }
        }
    }

    private static final class Nothing implements ByteScanner.Row {

        @Override
        public void text(int column, byte[] text) {}

        @Override
        public void number(int column, double number) {}

        @Override
        public void end() {}
    }
}
