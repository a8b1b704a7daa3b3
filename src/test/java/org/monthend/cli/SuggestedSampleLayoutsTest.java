package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.extract.format.ReadLimits;
import org.monthend.extract.suggest.LayoutSuggester;
import org.monthend.extract.suggest.SuggestedTable;
import org.monthend.extract.suggest.Suggestion;
import org.monthend.extract.suggest.Trial;
import org.monthend.load.CatalogueFile;
import org.monthend.load.ReturnFile;
import org.monthend.load.ReturnFolder;
import org.monthend.load.ReturnReading;
import org.monthend.publish.LayoutWorkbook;
import org.monthend.validate.Judgement;
import org.monthend.validate.Statement;

/**
 * The returns that come with the product, as if their layouts were not known: what is proposed is written, pasted into
 * the catalogue as a person would, and loads the very statements that the layouts made by hand do.
 */
class SuggestedSampleLayoutsTest {

    private static final Path INPUT = Path.of("input");
    private static final ReportingMonth DECEMBER = new ReportingMonth(2015, 12);

    private final Path folder;

    SuggestedSampleLayoutsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "referral-and-assessment-2015-12.xlsx",
                "Child protection Dec-15.xlsx",
                "Children in Care return December 2015.xlsx",
                "permanence_care_leavers_2015-12.xlsx",
                "YOS return Dec-15.xlsx",
                "HR workforce December 2015.xlsx",
                "case-audits-2015-12.xlsx",
                "finance_dec15.xlsx",
                "Internal Audit Dec 2015.xlsx",
                "Project highlight report Dec-15.xlsx"
            })
    void theProposalLoadsWhatTheLayoutMadeByHandLoads(String name) throws IOException {
        loadsTheSame(DECEMBER, name);
    }

    @Test
    void theLayoutsOfEveryReturnAreCovered() {
        Catalogue catalogue = sample();
        Set<String> tables = new TreeSet<>();
        catalogue.returns().forEach(due -> due.tables().forEach(alternatives -> tables.add(alternatives.get(0))));

        assertThat(tables).hasSize(8);
        assertThat(new ReturnFolder(INPUT.resolve("returns")).files(DECEMBER))
                .hasSize(catalogue.returns().size());
    }

    private void loadsTheSame(ReportingMonth month, String name) throws IOException {
        Catalogue catalogue = sample();
        ReturnFile file = ReturnFolder.describe(
                INPUT.resolve("returns").resolve(month.toString()).resolve(name), month);
        Suggestion suggestion = new LayoutSuggester(unknowing(catalogue), ReadLimits.standard()).suggest(file.path());
        Catalogue pasted = pasted(suggestion, due(catalogue, name).code());

        Loaded byHand = load(catalogue, file);
        Loaded proposed = load(pasted, file);

        assertThat(byHand.statements()).isNotEmpty();
        assertThat(proposed.judgement().issues()).isEqualTo(byHand.judgement().issues());
        assertThat(proposed.statements()).isEqualTo(byHand.statements());
        assertThat(suggestion.tables()).allMatch(table -> table.trial() instanceof Trial.Read);
        assertThat(suggestion.tables()).allMatch(table -> table.missing().isEmpty());
    }

    /** Without its layouts, and without the returns whose file names would tell who sends them. */
    private static Catalogue unknowing(Catalogue known) {
        return new Catalogue(
                known.digest(),
                known.measures(),
                known.targets(),
                known.baselines(),
                known.organisations(),
                List.of(),
                List.of(),
                known.financeLines(),
                known.projects(),
                known.categories(),
                known.rules(),
                known.pageTexts());
    }

    /** The sample's catalogue with the proposed rows beneath its own, and a return that names the proposed layouts. */
    private Catalogue pasted(Suggestion suggestion, String returnCode) throws IOException {
        Path proposal = folder.resolve("proposal.xlsx");
        SuggestionText text = new SuggestionText(suggestion);
        try (OutputStream out = Files.newOutputStream(proposal)) {
            new LayoutWorkbook().write(text.rows(), text.remarks(), out);
        }
        Path catalogue = folder.resolve("catalogue.xlsx");
        try (XSSFWorkbook written = new XSSFWorkbook(Files.newInputStream(proposal));
                XSSFWorkbook whole = new XSSFWorkbook(Files.newInputStream(INPUT.resolve("catalogue.xlsx")))) {
            Sheet from = sheet(written, "Layouts");
            Sheet to = sheet(whole, "Layouts");
            assertThat(cells(from.getRow(0))).isEqualTo(cells(to.getRow(0)));
            for (int number = 1; number <= from.getLastRowNum(); number++) {
                Row target = to.createRow(to.getLastRowNum() + 1);
                from.getRow(number)
                        .forEach(cell ->
                                target.createCell(cell.getColumnIndex()).setCellValue(cell.getStringCellValue()));
            }
            sheet(whole, "Returns").forEach(row -> {
                if (row.getCell(0).getStringCellValue().equals(returnCode)) {
                    row.getCell(6)
                            .setCellValue(String.join(
                                    "; ",
                                    suggestion.tables().stream()
                                            .map(SuggestedTable::layout)
                                            .map(layout -> layout.code())
                                            .toList()));
                }
            });
            try (OutputStream out = Files.newOutputStream(catalogue)) {
                whole.write(out);
            }
        }
        return new CatalogueFile(catalogue).read(ReadLimits.standard());
    }

    private static Sheet sheet(XSSFWorkbook workbook, String name) {
        return Objects.requireNonNull(workbook.getSheet(name), name);
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        row.forEach(cell -> cells.add(cell.getStringCellValue()));
        return cells;
    }

    private static Catalogue sample() {
        return new CatalogueFile(INPUT.resolve("catalogue.xlsx")).read(ReadLimits.standard());
    }

    private static MonthlyReturn due(Catalogue catalogue, String name) {
        return catalogue.returns().stream()
                .filter(each -> name.toLowerCase(java.util.Locale.ROOT)
                        .startsWith(each.fileName()
                                .substring(0, each.fileName().indexOf('*'))
                                .toLowerCase(java.util.Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }

    private static Loaded load(Catalogue catalogue, ReturnFile file) {
        List<Statement> statements = new ArrayList<>();
        Judgement judgement = new ReturnReading(catalogue, ReadLimits.standard()).judge(file, statements::add);
        return new Loaded(judgement, statements);
    }

    private record Loaded(Judgement judgement, List<Statement> statements) {}
}
