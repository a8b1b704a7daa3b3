package org.monthend.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.calendar.ReportingMonth;
import org.monthend.extract.format.ReadLimits;
import org.monthend.load.CatalogueFile;
import org.monthend.load.ReturnFolder;
import org.monthend.load.ReturnReading;
import org.monthend.validate.Judgement;
import org.monthend.validate.MeasureRow;
import org.monthend.validate.Statement;
import org.monthend.validate.Statement.MeasureStatement;

/**
 * Valid returns spoilt at random: none may be loaded with a figure that its mutations do not allow. 200 of them, or as
 * many as -Dfuzz says, from -Dseed on; a failure prints its seed.
 */
class MutationFuzzTest {

    private static final int MUTATIONS = Integer.getInteger("fuzz", 200);
    private static final long SEED = Long.getLong("seed", 20151231L);

    @Test
    void noMutationLoadsAWrongFigure(@TempDir Path folder) throws IOException {
        ReturnReading reading = new ReturnReading(
                new CatalogueFile(Path.of("src/test/resources/catalogues/nasties/catalogue.xlsx"))
                        .read(ReadLimits.standard()),
                ReadLimits.standard());
        Map<String, Integer> verdicts = new TreeMap<>();
        int figures = 0;
        for (long seed = SEED; seed < SEED + MUTATIONS; seed++) {
            MutatedReturn mutated = new MutatedReturn(seed);
            Path file = mutated.write(folder);
            List<Statement> accepted = new ArrayList<>();
            Judgement judgement =
                    reading.judge(ReturnFolder.describe(file, ReportingMonth.parse("2015-12")), accepted::add);
            verdicts.merge(judgement.verdict().word(), 1, Integer::sum);
            if (judgement.verdict().isLoaded()) {
                for (Statement each : accepted) {
                    MeasureStatement statement = (MeasureStatement) each;
                    if (judgement
                            .contradicted()
                            .contains(new MeasureRow(
                                    statement.measureCode(), statement.organisationCode(), statement.month()))) {
                        continue;
                    }
                    if (statement.figure().reportedValue().isEmpty()) {
                        continue; // a status such as c, which is no figure at all
                    }
                    figures++;
                    assertThat(mutated.allowed().getOrDefault(key(statement), Set.of()))
                            .as("seed %d: %s; %s %s", seed, mutated, statement, judgement.issues())
                            .contains(figure(statement));
                }
            }
            Files.delete(file);
        }
        System.out.printf("fuzz: %d mutations from seed %d, %d figures, %s%n", MUTATIONS, SEED, figures, verdicts);
        assertThat(figures).isGreaterThan(MUTATIONS);
        assertThat(verdicts).containsKeys("accepted", "partly_accepted", "refused");
    }

    private static String key(MeasureStatement statement) {
        return statement.organisationCode() + " " + statement.measureCode() + " " + statement.month();
    }

    private static String figure(MeasureStatement statement) {
        return MutatedReturn.plain(statement.numerator().orElseThrow().doubleValue()) + "/"
                + MutatedReturn.plain(statement.denominator().orElseThrow().doubleValue());
    }
}
