package org.monthend.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.monthend.LoadedSample;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.PageText;
import org.monthend.scorecard.Basis;
import org.monthend.scorecard.CategoryFigure;
import org.monthend.scorecard.ControlChart;
import org.monthend.scorecard.Direction;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.Judgement;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.MonthFigure;
import org.monthend.scorecard.PeriodFigure;
import org.monthend.scorecard.ProjectStatus;
import org.monthend.scorecard.Rebase;
import org.monthend.scorecard.Scorecard;
import org.monthend.scorecard.TargetJudgement;
import org.monthend.scorecard.TargetStanding;
import org.monthend.scorecard.Trend;
import org.monthend.scorecard.disclosure.CopyCell;
import org.monthend.scorecard.disclosure.Disclosure;
import org.monthend.scorecard.disclosure.Disclosure.Safe;
import org.monthend.scorecard.disclosure.DisclosureControl;
import org.monthend.scorecard.disclosure.PublicEdition;
import org.monthend.scorecard.disclosure.PublicFiles;
import org.monthend.warehouse.EditionTables;

/** What is hidden is nowhere in the public copy: not in the page, not in any part of the workbook, not in the csv. */
class PublicCopyTest {

    static List<Edition> editions() {
        return List.of(
                SampleEdition.published(),
                new EditionTables(LoadedSample.get().database().application())
                        .newest(new ReportingMonth(2015, 12), "TRUST")
                        .orElseThrow());
    }

    /** The strongest there is: whatever the hidden figures are, all bytes are the same, so nothing in them can tell. */
    @ParameterizedTest
    @MethodSource("editions")
    void theBytesDoNotDependOnWhatIsHidden(Edition edition) {
        Disclosure disclosure = disclosure(edition);
        assertThat(disclosure.hidden()).hasSizeGreaterThan(10);
        PublicFiles files = draw(edition, disclosure);
        PublicFiles others = draw(withOtherHiddenFigures(edition, disclosure), disclosure);
        assertThat(new String(others.page(), StandardCharsets.UTF_8))
                .isEqualTo(new String(files.page(), StandardCharsets.UTF_8));
        assertThat(new String(others.figures(), StandardCharsets.UTF_8))
                .isEqualTo(new String(files.figures(), StandardCharsets.UTF_8));
        assertThat(parts(others.workbook())).isEqualTo(parts(files.workbook()));
        assertThat(others.workbook()).isEqualTo(files.workbook());
    }

    /** No digits of an unrounded figure, no numerator over denominator, in any part. */
    @ParameterizedTest
    @MethodSource("editions")
    void noRawFormOfAHiddenFigureIsInAnyByte(Edition edition) {
        Disclosure disclosure = disclosure(edition);
        PublicFiles files = draw(edition, disclosure);
        Map<String, String> everything = parts(files.workbook());
        everything.put("page", new String(files.page(), StandardCharsets.UTF_8));
        everything.put("csv", new String(files.figures(), StandardCharsets.UTF_8));
        int looked = 0;
        for (MeasureLine line : edition.scorecard().measures()) {
            for (MonthFigure month : line.months()) {
                boolean hidden = disclosure.hides(
                        new CopyCell(line.measure().code(), month.month().label()));
                Optional<String> digits = month.figure()
                        .reportedValue()
                        .map(BigDecimal::stripTrailingZeros)
                        .filter(value -> hidden && value.precision() > 6)
                        .map(value -> value.toPlainString().substring(0, value.precision() - value.scale() + 5));
                if (digits.isPresent()) {
                    looked++;
                    everything.forEach((part, text) -> assertThat(text.contains(digits.get()))
                            .as(digits.get() + " in " + part)
                            .isFalse());
                }
            }
        }
        assertThat(looked).isGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("editions")
    void everyHiddenFigureIsPrintedAsC(Edition edition) throws IOException {
        Disclosure disclosure = disclosure(edition);
        PublicFiles files = draw(edition, disclosure);
        PrintedPage page = PrintedPage.read(new String(files.page(), StandardCharsets.UTF_8));
        ReadWorkbook workbook = ReadWorkbook.read(files.workbook());
        for (MeasureLine line : edition.scorecard().measures()) {
            String code = line.measure().code();
            if (disclosure.hides(new CopyCell(code, line.latest().period()))) {
                assertThat(page.text(code, "latest"))
                        .isEqualTo("c" + line.latest().footnoteMark());
                assertThat(page.text(code, "trend")).isEmpty();
                assertThat(workbook.shown(
                                ScorecardWorkbook.SCORECARD,
                                code,
                                edition.scorecard().month().label()))
                        .isEqualTo("c" + line.latest().footnoteMark());
            }
            for (int quarter = 0; quarter < 4; quarter++) {
                if (disclosure.hides(
                        new CopyCell(code, line.quarters().get(quarter).period()))) {
                    assertThat(page.text(code, "quarter_" + (quarter + 1))).startsWith("c");
                }
            }
        }
        Map<CopyCell, String> shown = PublicCopyFiles.shown(files.figures());
        assertThat(disclosure.hidden().keySet()).doesNotContainAnyElementsOf(shown.keySet());
        assertThat(shown).isNotEmpty();
    }

    @Test
    void theCsvSaysWhatItShowsOfMeasures() {
        byte[] csv = """
                code,name,kind,period,shown,figure,unit
                M,Measure,baseline,baseline,12,,count
                M,Measure,quarter,2015/16 Qtr2,44 r,44,count
                M,Measure,month,Oct-15,c,,count
                M,Measure,month,Nov-15,k,0,count
                M,Measure,forecast,Jan-16,3.5 f,3.5,count
                """.getBytes(StandardCharsets.UTF_8);
        assertThat(PublicCopyFiles.shown(csv))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(new CopyCell("M", "2015/16 Qtr2"), "44 r", new CopyCell("M", "Nov-15"), "k"));
    }

    private static Disclosure disclosure(Edition edition) {
        return ((Safe) DisclosureControl.of(edition.scorecard(), List.of())).disclosure();
    }

    private static PublicFiles draw(Edition edition, Disclosure disclosure) {
        return PublicCopyFiles.draw(PublicEdition.of(edition, disclosure, List.of()), "");
    }

    private static Map<String, String> parts(byte[] workbook) {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    /** The same edition in every respect that its public copy shows, and another one in all that it hides. */
    private static Edition withOtherHiddenFigures(Edition edition, Disclosure disclosure) {
        Scorecard scorecard = edition.scorecard();
        List<String> withheld = PublicEdition.of(edition, disclosure, List.of()).withheld();
        List<MeasureLine> measures = scorecard.measures().stream()
                .map(line -> other(line, disclosure))
                .toList();
        return new Edition(
                edition.number(),
                edition.status(),
                edition.dataAsAt(),
                edition.publishedAt(),
                edition.publishedBy(),
                new Scorecard(
                        scorecard.month(),
                        scorecard.organisation(),
                        measures,
                        scorecard.finance(),
                        others(scorecard.distributions(), disclosure),
                        others(scorecard.auditOpinions(), disclosure),
                        scorecard.projects().stream()
                                .map(project -> other(withheld, project))
                                .toList(),
                        scorecard.texts().stream()
                                .map(text -> other(withheld, text))
                                .toList()));
    }

    private static MeasureLine other(MeasureLine line, Disclosure disclosure) {
        String code = line.measure().code();
        boolean isWhole = disclosure.isWhole(code);
        boolean hidesLatest = disclosure.hides(new CopyCell(code, line.latest().period()));
        return new MeasureLine(
                line.measure(),
                line.baselineRank(),
                disclosure.hides(new CopyCell(code, "baseline")) ? "4711" : line.baselineFigure(),
                line.quarters().stream()
                        .map(quarter ->
                                disclosure.hides(new CopyCell(code, quarter.period())) ? other(quarter) : quarter)
                        .toList(),
                hidesLatest ? other(line.latest()) : line.latest(),
                hidesLatest ? other(line.target()) : line.target(),
                line.targets(),
                isWhole ? line.trend() : new Trend(Direction.DOWN, Judgement.WORSE, -47.11, -8.15, 17, true, "4711"),
                isWhole ? line.forecast() : Optional.empty(),
                isWhole ? line.chart() : ControlChart.NOT_KEPT,
                line.chartFrom(),
                List.of(new Rebase(line.chartFrom(), "4711", "Eve 4711", Instant.EPOCH)),
                Optional.empty(),
                isWhole ? line.outturn() : Optional.empty(),
                Optional.empty(),
                isWhole ? line.sentence() : "In 4711 of three cases.",
                line.months().stream()
                        .map(month -> other(
                                month,
                                disclosure.hides(
                                        new CopyCell(code, month.month().label()))))
                        .toList());
    }

    private static PeriodFigure other(PeriodFigure figure) {
        return new PeriodFigure(
                figure.period(),
                Figure.of(new BigDecimal("4711.0815")),
                "4711",
                figure.footnoteMark(),
                2,
                !figure.partial(),
                Basis.COMPUTED,
                Optional.empty());
    }

    private static TargetJudgement other(TargetJudgement target) {
        boolean aims = target.standing() != TargetStanding.NO_TARGET;
        return new TargetJudgement(
                target.value(),
                target.low(),
                target.high(),
                target.printed(),
                Optional.of(new BigDecimal("47.11")),
                Optional.of(new BigDecimal("-47.11")),
                aims ? TargetStanding.WITHIN_TOLERANCE : TargetStanding.NO_TARGET,
                true);
    }

    /** Of what is shown, too, numerator and denominator are not. */
    private static MonthFigure other(MonthFigure month, boolean isHidden) {
        return new MonthFigure(
                month.month(),
                month.numerator().map(any -> new BigDecimal("4711")),
                month.denominator().map(any -> new BigDecimal("9422")),
                isHidden ? Figure.of(new BigDecimal("4711.0815")) : month.figure(),
                "4711",
                month.footnoteMark(),
                isHidden && !month.footnoteText().isEmpty() ? "4711 and all that" : month.footnoteText(),
                OptionalLong.of(4711));
    }

    private static List<CategoryFigure> others(List<CategoryFigure> figures, Disclosure disclosure) {
        return figures.stream()
                .map(figure -> disclosure.hides(new CopyCell(
                                figure.category().scheme(), figure.category().code()))
                        ? new CategoryFigure(figure.category(), new BigDecimal("47.11"), "4711", OptionalLong.of(4711))
                        : figure)
                .toList();
    }

    private static ProjectStatus other(List<String> withheld, ProjectStatus status) {
        return isWithheld(withheld, status.narrative())
                ? new ProjectStatus(
                        status.project(),
                        status.progressRag(),
                        status.financeRag(),
                        "three of 4711",
                        OptionalLong.of(4711))
                : status;
    }

    private static PageText other(List<String> withheld, PageText text) {
        return isWithheld(withheld, text.text()) ? new PageText(text.place(), text.mark(), "three of 4711") : text;
    }

    private static boolean isWithheld(List<String> withheld, String text) {
        return !text.isEmpty() && withheld.stream().anyMatch(line -> line.endsWith(": " + text));
    }
}
