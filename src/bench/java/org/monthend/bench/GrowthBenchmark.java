package org.monthend.bench;

import java.nio.file.Path;
import java.util.List;

/** The same work in ten and a hundred times the size: the cost of a row and the memory held should stay as they are. */
final class GrowthBenchmark {

    private GrowthBenchmark() {}

    static void run(Path folder) throws Exception {
        try (Databases databases = new Databases(folder)) {
            for (int size : List.of(1, 10, 100)) {
                new LoadBenchmark.Pair(databases, Workload.manyWorkbooks(folder, 20 * size)).tell(1);
                new LoadBenchmark.Pair(databases, Workload.largeWorkbook(folder, 10_000 * size)).tell(1);
            }
        }
    }
}
