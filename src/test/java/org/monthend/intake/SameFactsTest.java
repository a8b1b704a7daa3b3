package org.monthend.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.calendar.ReportingMonth;
import org.monthend.extract.format.ReadLimits;
import org.monthend.load.CatalogueFile;
import org.monthend.load.ReturnFolder;
import org.monthend.load.ReturnReading;
import org.monthend.validate.Statement;
import org.monthend.validate.Verdict;

/** The same return, its rows and columns in any order, gives the same facts from every kind of file. */
class SameFactsTest {

    private static final int SEEDS = 200;

    @Test
    void theFactsDependNeitherOnTheFormatNorOnTheOrder(@TempDir Path folder) throws IOException {
        ReturnReading reading = new ReturnReading(
                new CatalogueFile(Path.of("src/test/resources/catalogues/nasties/catalogue.xlsx"))
                        .read(ReadLimits.standard()),
                ReadLimits.standard());
        for (long seed = 0; seed < SEEDS; seed++) {
            Set<String> facts = facts(
                    reading,
                    new MutatedReturn(new Random(seed)).writeAll(folder).get(0));
            MutatedReturn permuted = new MutatedReturn(new Random(seed));
            permuted.permute();
            for (Path file : permuted.writeAll(folder)) {
                assertThat(facts(reading, file))
                        .as("seed %d, %s", seed, file)
                        .hasSize(9)
                        .isEqualTo(facts);
            }
        }
    }

    private static Set<String> facts(ReturnReading reading, Path file) {
        List<Statement> accepted = new ArrayList<>();
        Verdict verdict = reading.judge(ReturnFolder.describe(file, ReportingMonth.parse("2015-12")), accepted::add)
                .verdict();
        Set<String> facts = new TreeSet<>();
        accepted.forEach(each -> facts.add(each.about() + " " + each.said()));
        assertThat(verdict).as(file.toString()).isEqualTo(Verdict.ACCEPTED);
        return facts;
    }
}
