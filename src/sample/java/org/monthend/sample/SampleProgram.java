package org.monthend.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.monthend.calendar.ReportingMonth;

/**
 * Writes the sample: the catalogue, and the returns of October 2014 to December 2015 from which the printed scorecard
 * of December 2015 follows. The same seed always gives the same bytes.
 */
public final class SampleProgram {

    private SampleProgram() {}

    /**
     * Reads the seed and writes the input folder.
     *
     * @param folders the seed's folder, and the folder to write to ({@code input})
     */
    public static void main(String... folders) throws IOException {
        if (folders.length != 2) {
            throw new IllegalArgumentException("two folders are needed: the seed's and the one to write to");
        }
        write(Seed.read(Path.of(folders[0])), Path.of(folders[1]));
    }

    static void write(Seed seed, Path input) throws IOException {
        Map<String, List<MonthStatement>> statements = TrustFigures.of(seed);
        MonthFolder folder = new MonthFolder(seed, statements);
        for (ReportingMonth month : SampleMonths.ALL) {
            folder.write(month, input.resolve("returns").resolve(month.toString()));
        }
        new CatalogueWorkbook(seed).write(input.resolve("catalogue.xlsx"));
    }
}
