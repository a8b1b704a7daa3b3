package org.monthend.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.Lifecycle;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.catalogue.Organisation;
import org.monthend.catalogue.Polarity;
import org.monthend.catalogue.RuleSetting;
import org.monthend.catalogue.Severity;
import org.monthend.catalogue.Unit;
import org.monthend.extract.SheetSketch;
import org.monthend.extract.format.ReadLimits;
import org.monthend.load.FileToJudge.Place;
import org.monthend.validate.Issue;
import org.monthend.validate.Rule;
import org.monthend.validate.SmallCatalogue;
import org.monthend.validate.SmallLayouts;
import org.monthend.validate.Verdict;

class SubmissionLoaderTest {

    private static final ReportingMonth DECEMBER = new ReportingMonth(2015, 12);
    private static final String TIDY = """
            Measure | Organisation | Month | Numerator | Denominator | Value | Status | Comment
            OPEN    | TRUST        | Dec-15 |          |             | 29    |        |
            """;
    private static final String ACROSS = "Measure | Figure | Dec-15\nOPEN | Value | 29";

    private final Path folder;
    private final KeptSubmissions kept = new KeptSubmissions();

    SubmissionLoaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # file name                                    | return
            cp Dec-15.xlsx                                 | CP
            CP DEC-15.XLSX                                 | CP
            cp  Dec-15.xlsx                                | CP
            cp Dec-15 (final) v2 FINAL.xlsx                | CP
            cp Dec-15.xlsx.xlsx                            | CP
            cp.xlsx                                        |
            xcp Dec-15.xlsx                                |
            cp Dec-15.csv                                  |
            finance_dec15.xlsx                             | FIN
            finance_dec15.csv                              | FIN
            finance [dec] (1).xlsx                         | FIN
            audit.xlsx                                     | AUD
            audit-xlsx                                     |
            """)
    void knowsAReturnByItsFilesName(String name, String code) {
        Catalogue catalogue = SmallCatalogue.of(List.of(
                SmallCatalogue.due("CP", "cp *.xlsx", List.of(List.of("TIDY"))),
                SmallCatalogue.due("FIN", "Finance*", List.of(List.of("TIDY"))),
                SmallCatalogue.due("AUD", "audit.xlsx", List.of(List.of("TIDY")))));

        assertThat(load(catalogue, name, TIDY).submission().returnCode()).isEqualTo(code == null ? "" : code);
    }

    @Test
    void saysWhichNamesThereAreWhenNoneFits() {
        Catalogue catalogue = SmallCatalogue.of(
                List.of(SmallCatalogue.CP, SmallCatalogue.due("FIN", "finance_*.xlsx", List.of(List.of("TIDY")))));

        assertThat(sentences(load(catalogue, "return.xlsx", TIDY)))
                .startsWith("REFUSE R002: 'return.xlsx' fits no file name of the catalogue's returns"
                        + " (cp *.xlsx, finance_*.xlsx). Name the file as the catalogue's Returns sheet says,"
                        + " or add the return there.");
    }

    @Test
    void neverChoosesBetweenTwoReturns() {
        Catalogue catalogue = SmallCatalogue.of(
                List.of(SmallCatalogue.CP, SmallCatalogue.due("DEC", "*Dec*.xlsx", List.of(List.of("TIDY")))),
                SmallLayouts.TIDY);
        SubmissionResult result = load(catalogue, "cp Dec-15.xlsx", TIDY);

        assertThat(sentences(result))
                .containsExactly("REFUSE R002: 'cp Dec-15.xlsx' fits the file names of several returns"
                        + " (cp *.xlsx, *Dec*.xlsx). Name the file as the catalogue's Returns sheet says,"
                        + " or add the return there.");
        assertThat(result.submission().returnCode()).isEmpty();
        assertThat(kept.kept().get(0).staged()).isEmpty();
    }

    @Test
    void readsEveryTableOfTheReturn() {
        Catalogue catalogue = SmallCatalogue.of(
                List.of(due(List.of(List.of("TIDY"), List.of("GRADES")))), SmallLayouts.TIDY, SmallLayouts.GRADES);
        SubmissionResult result = load(
                catalogue,
                SheetSketch.workbook("Return", TIDY)
                        .and(
                                "Grades",
                                "Audited in December 2015\nGrade | Area | Files | Share\nRI | TRUST | 1 |\nG | TRUST | 3 |\nO | TRUST | 0 |"));

        assertThat(result.judgement().issues()).isEmpty();
        assertThat(kept.kept().get(0).staged()).hasSize(4);
        assertThat(kept.closed()).isEqualTo(1);
    }

    @Test
    void readsTheFirstLayoutThatFits() {
        Catalogue catalogue = SmallCatalogue.of(
                List.of(due(List.of(List.of("ACROSS", "TIDY")))), SmallLayouts.TIDY, SmallLayouts.ACROSS);

        assertThat(sentences(load(catalogue, SheetSketch.workbook("Return", TIDY))))
                .isEmpty();
        assertThat(sentences(load(catalogue, SheetSketch.workbook("CP", ACROSS))))
                .isEmpty();
    }

    /** Its figures could be others. */
    @Test
    void saysThatAnotherLayoutFitsAsWell() {
        Catalogue catalogue = SmallCatalogue.of(
                List.of(due(List.of(List.of("ACROSS", "TIDY")))), SmallLayouts.TIDY, SmallLayouts.ACROSS);

        assertThat(sentences(
                        load(catalogue, SheetSketch.workbook("Return", TIDY).and("CP", ACROSS))))
                .containsExactly("NOTE R006 at Return: the table on sheet 'CP' was read by layout ACROSS; this one fits"
                        + " layout TIDY and was not read. It was read; check the figures if you did not expect this.");
    }

    @Test
    void tellsTheMisfitOnASheetThatIsThere() {
        Catalogue catalogue = SmallCatalogue.of(
                List.of(due(List.of(List.of("ACROSS", "TIDY")))), SmallLayouts.TIDY, SmallLayouts.ACROSS);

        assertThat(sentences(load(catalogue, SheetSketch.workbook("Return", "Measure | Figure | Dec-15"))))
                .hasSize(1)
                .allMatch(sentence -> sentence.startsWith("REFUSE R101 at Return!A1: layout TIDY does not fit: on sheet"
                        + " 'Return' the heading 'Organisation' is missing"));
    }

    @Test
    void saysThatNoLayoutHoldsInTheMonth() {
        Layout later = new Layout("TIDY", DECEMBER.plusMonths(1), Optional.empty(), SmallLayouts.TIDY.parts());
        Catalogue catalogue = SmallCatalogue.of(List.of(SmallCatalogue.CP), later);

        assertThat(sentences(load(catalogue, "cp Dec-15.xlsx", TIDY)))
                .startsWith(
                        "REFUSE R101: layout TIDY does not fit: no such layout holds in December 2015."
                                + " Put the heading back as it was, or describe the new layout in the catalogue's Layouts sheet.");
    }

    @Test
    void aFileThatChangesWhileItIsReadIsLookedAtAgain() throws IOException {
        ReturnFile file = write("cp Dec-15.xlsx", SheetSketch.workbook("Return", TIDY));
        ReturnFile before = new ReturnFile(file.path(), file.name(), DECEMBER, "0".repeat(64), file.bytes());
        SubmissionResult result = loader(tidy()).load(before);

        assertThat(sentences(result))
                .containsExactly(
                        "NOTE R007: the file was changed while it was read. Wait until it stands still, and load"
                                + " again; a file that stays as it is must be sent anew.");
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.DEFERRED);
        assertThat(kept.kept()).isEmpty();
    }

    @Test
    void aFileThatIsReplacedBeforeItIsReadIsLookedAtAgain() throws IOException {
        ReturnFile file = write("cp Dec-15.xlsx", SheetSketch.workbook("Return", TIDY));
        SheetSketch other = SheetSketch.workbook("Return", TIDY.replace("29", "30"));
        SubmissionStore replacing = kept.whenOpened(() -> other.write(file.path()));

        assertChanged(new SubmissionLoader(tidy(), replacing, ReadLimits.standard()).load(file));
    }

    /** What is no workbook any more is not refused: it is not what was described. */
    @Test
    void aFileThatIsBrokenBeforeItIsReadIsLookedAtAgain() {
        ReturnFile file = write("cp Dec-15.xlsx", SheetSketch.workbook("Return", TIDY));
        SubmissionStore breaking = kept.whenOpened(() -> write(file, "rot".getBytes(StandardCharsets.UTF_8)));

        assertChanged(new SubmissionLoader(tidy(), breaking, ReadLimits.standard()).load(file));
    }

    /** In between it may have been another. */
    @Test
    void aFileThatIsWrittenAnewWithTheSameBytesIsLookedAtAgain() throws IOException {
        ReturnFile file = write("cp Dec-15.xlsx", SheetSketch.workbook("Return", TIDY));
        byte[] bytes = Files.readAllBytes(file.path());
        SubmissionStore rewriting = kept.whenOpened(() -> {
            write(file, bytes);
            touch(file);
        });

        assertChanged(new SubmissionLoader(tidy(), rewriting, ReadLimits.standard()).load(file));
    }

    private void assertChanged(SubmissionResult result) {
        assertThat(sentences(result).get(0)).startsWith("NOTE R007: the file was changed while it was read.");
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.DEFERRED);
        assertThat(kept.kept()).isEmpty();
        assertThat(kept.closed()).isEqualTo(1);
    }

    private static void write(ReturnFile file, byte[] bytes) {
        try {
            Files.write(file.path(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void touch(ReturnFile file) {
        try {
            Files.setLastModifiedTime(file.path(), FileTime.fromMillis(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One file makes the reading fail, one is gone: the third is loaded, and each of them is told. */
    @Test
    void aFileThatFailsKeepsNoOtherFromBeingJudged() throws IOException {
        Path month = Files.createDirectories(folder.resolve("2015-12"));
        ReturnFile failing = ReturnFolder.describe(
                SheetSketch.workbook("Return", TIDY).write(month.resolve("cp fails.xlsx")), DECEMBER);
        ReturnFile right = ReturnFolder.describe(
                SheetSketch.workbook("Return", TIDY.replace("29", "30")).write(month.resolve("cp right.xlsx")),
                DECEMBER);
        List<String> opened = new ArrayList<>();
        SubmissionStore failingOnce = kept.whenOpened(() -> {
            opened.add("a file");
            if (opened.size() == 1) {
                throw new IllegalStateException("cannot happen");
            }
        });
        List<SubmissionResult> results = new ArrayList<>();
        new FileByFile(
                        DECEMBER,
                        new ReturnFolder(folder),
                        new NothingKept(),
                        new SubmissionLoader(tidy(), failingOnce, ReadLimits.standard()))
                .judge(
                        List.of(
                                toJudge(failing),
                                new FileToJudge(Occasion.NEW, Place.FOLDER, "CP", "cp gone.xlsx", "f"),
                                toJudge(right)),
                        () -> true,
                        results::add);

        assertThat(results)
                .extracting(SubmissionResult::trouble)
                .containsExactly(
                        "reading it failed unexpectedly, and that is our fault, not the sender's"
                                + " (java.lang.IllegalStateException: cannot happen). The next run tries it again; until then"
                                + " nothing of it counts.",
                        "it was taken away before it was read. The next run looks again.",
                        "");
        assertThat(kept.kept()).hasSize(1);
        assertThat(results.get(2).judgement().verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    private static FileToJudge toJudge(ReturnFile file) {
        return new FileToJudge(Occasion.NEW, Place.FOLDER, "CP", file.name(), file.sha256());
    }

    @Test
    void aFileThatIsTakenAwayIsLookedAtAgain() throws IOException {
        ReturnFile file = write("cp Dec-15.xlsx", SheetSketch.workbook("Return", TIDY));
        Files.delete(file.path());

        assertThat(sentences(loader(tidy()).load(file)).get(0)).contains("taken away");
    }

    @Test
    void aFileIsDecidedOnce() {
        ReturnFile file = write("cp Dec-15.xlsx", SheetSketch.workbook("Return", TIDY));
        SubmissionLoader loader = loader(tidy());

        assertThat(loader.isDecided(file)).isFalse();
        loader.load(file);
        assertThat(loader.isDecided(file)).isTrue();
        assertThat(loader(SmallCatalogue.of(
                                List.of(SmallCatalogue.CP),
                                new Layout("TIDY", DECEMBER, Optional.empty(), SmallLayouts.ACROSS.parts())))
                        .isDecided(file))
                .isFalse();
    }

    @Test
    void theMappingIsTheSameForEveryFileOfAReturn() {
        assertThat(version(tidy(), "cp Dec-15.xlsx")).isEqualTo(version(tidy(), "cp December 2015.xlsx"));
        assertThat(version(tidy(), "cp Dec-15.xlsx")).matches("[0-9a-f]{16}");
    }

    /** Every change that decides how a file is read gives another version, and no two the same. */
    @Test
    void theMappingChangesWithWhatDecidesHowAFileIsRead() {
        List<Layout> layouts = List.of(SmallLayouts.TIDY);
        List<Measure> measures = SmallCatalogue.measures();
        List<Organisation> organisations = SmallCatalogue.organisations();
        List<RuleSetting> rules = SmallCatalogue.rules();
        MonthlyReturn due = SmallCatalogue.CP;
        List<Measure> renamed = List.of(SmallCatalogue.measure(
                "CPP", "CPP per 1,000", Unit.PER_10000, Aggregation.STOCK_RATIO, Frequency.MONTHLY));
        List<Measure> otherUnit = List.of(SmallCatalogue.measure(
                "CPP", "CPP per 10,000", Unit.PERCENT, Aggregation.STOCK_RATIO, Frequency.MONTHLY));
        List<Measure> quarterly = List.of(SmallCatalogue.measure(
                "CPP", "CPP per 10,000", Unit.PER_10000, Aggregation.STOCK_RATIO, Frequency.QUARTERLY));
        List<RuleSetting> milder =
                SmallCatalogue.taking(Rule.VALUE_DISAGREES, Severity.QUERY).rules();

        List<String> versions = List.of(
                version(SmallCatalogue.with(measures, organisations, rules, List.of(due), SmallLayouts.TIDY)),
                version(SmallCatalogue.with(
                        measures.subList(0, 1), organisations, rules, List.of(due), layouts.get(0))),
                version(SmallCatalogue.with(renamed, organisations, rules, List.of(due), layouts.get(0))),
                version(SmallCatalogue.with(otherUnit, organisations, rules, List.of(due), layouts.get(0))),
                version(SmallCatalogue.with(quarterly, organisations, rules, List.of(due), layouts.get(0))),
                version(SmallCatalogue.with(
                        measures, organisations.subList(0, 2), rules, List.of(due), layouts.get(0))),
                version(SmallCatalogue.with(measures, organisations, milder, List.of(due), layouts.get(0))),
                version(SmallCatalogue.with(
                        measures,
                        organisations,
                        rules,
                        List.of(due(List.of(List.of("TIDY", "ACROSS")))),
                        layouts.get(0))),
                version(SmallCatalogue.with(
                        measures,
                        organisations,
                        rules,
                        List.of(due),
                        new Layout("TIDY", DECEMBER, Optional.empty(), SmallLayouts.ACROSS.parts()))));

        assertThat(versions).doesNotHaveDuplicates();
    }

    @Test
    void theMappingStaysWithWhatDoesNot() {
        MonthlyReturn otherOwner = new MonthlyReturn(
                "CP",
                "Child protection",
                "TRUST",
                Frequency.QUARTERLY,
                9,
                "cp *",
                SmallCatalogue.CP.tables(),
                List.of("CPP"),
                "Somebody",
                "x@trust.example");
        Layout from2015 =
                new Layout("TIDY", new ReportingMonth(2015, 1), Optional.of(DECEMBER), SmallLayouts.TIDY.parts());
        Layout next = new Layout("TIDY", DECEMBER.plusMonths(1), Optional.empty(), SmallLayouts.ACROSS.parts());
        Layout unused = new Layout("OTHER", DECEMBER, Optional.empty(), SmallLayouts.ACROSS.parts());
        List<Measure> redefined = new ArrayList<>(SmallCatalogue.measures());
        Measure first = redefined.get(0);
        redefined.set(
                0,
                new Measure(
                        first.code(),
                        first.name(),
                        first.printedName(),
                        "inferred (35%)",
                        "workforce",
                        "right",
                        9,
                        "y",
                        first.unit(),
                        2,
                        "others",
                        first.denominator(),
                        "another definition",
                        Polarity.LOWER_IS_BETTER,
                        first.frequency(),
                        first.aggregation(),
                        Lifecycle.NEW,
                        false));
        Catalogue changed = SmallCatalogue.with(
                redefined,
                SmallCatalogue.organisations(),
                SmallCatalogue.rules(),
                List.of(otherOwner),
                from2015,
                next,
                unused);

        assertThat(version(changed)).isEqualTo(version(tidy()));
    }

    private Catalogue tidy() {
        return SmallCatalogue.of(List.of(SmallCatalogue.CP), SmallLayouts.TIDY);
    }

    private static MonthlyReturn due(List<List<String>> tables) {
        return SmallCatalogue.due("CP", "cp *.xlsx", tables);
    }

    private String version(Catalogue catalogue) {
        return version(catalogue, "cp Dec-15.xlsx");
    }

    private String version(Catalogue catalogue, String name) {
        return load(catalogue, name, TIDY).submission().mappingVersion();
    }

    private SubmissionResult load(Catalogue catalogue, SheetSketch sketch) {
        return loader(catalogue).load(write("cp Dec-15.xlsx", sketch));
    }

    private SubmissionResult load(Catalogue catalogue, String name, String rows) {
        return loader(catalogue).load(write(name, SheetSketch.workbook("Return", rows)));
    }

    private SubmissionLoader loader(Catalogue catalogue) {
        return new SubmissionLoader(catalogue, kept, ReadLimits.standard());
    }

    private ReturnFile write(String name, SheetSketch sketch) {
        return ReturnFolder.describe(sketch.write(folder.resolve(name)), DECEMBER);
    }

    private static List<String> sentences(SubmissionResult result) {
        return result.judgement().issues().stream().map(Issue::sentence).toList();
    }
}
