package org.monthend.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.monthend.calendar.FiscalQuarter;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Figure;
import org.monthend.scorecard.Basis;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.PeriodFigure;
import org.monthend.scorecard.QuarterFigure;
import org.monthend.scorecard.Scorecard;

/** A quarter that was taken over from an earlier scorecard looks like one, wherever it is read. */
class ReportedQuartersTest {

    private static final String MEASURE = "PLAN_RATE";
    private static final ReportingMonth REPORTED_IN = new ReportingMonth(2021, 9);

    private final MeasureLine plain = SampleEdition.scorecard().measures().stream()
            .filter(line -> line.measure().code().equals(MEASURE))
            .findFirst()
            .orElseThrow();
    private final Edition edition = edition(Basis.REPORTED, BigDecimal.ZERO);
    private final Edition computed = edition(Basis.COMPUTED, BigDecimal.TEN);

    @Test
    void isMarkedOnThePageAndExplainedBeneath() {
        Document page = Jsoup.parse(new ScorecardPage().html(edition));

        assertThat(page.select("abbr.reported").eachAttr("title"))
                .containsExactly("As reported in the scorecard of Sep-21");
        assertThat(page.select("[data-line=PLAN_RATE][data-column=quarter_1]").text())
                .isEqualTo(plain.quarters().get(0).printed());
        assertThat(page.select(".notes").text())
                .contains("r: as reported in the scorecard of Sep-21; not computed from monthly returns.");
        assertThat(Jsoup.parse(new ScorecardPage().html(computed))
                        .select("abbr.reported, .notes")
                        .text())
                .doesNotContain("as reported in");
    }

    @Test
    void isMarkedInTheWorkbookAndExplainedBeneath() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ScorecardWorkbook().write(edition, out);
        ReadWorkbook book = ReadWorkbook.read(out.toByteArray());
        String quarter = plain.quarters().get(0).period();
        XSSFCell cell = (XSSFCell) book.cell(ScorecardWorkbook.SCORECARD, MEASURE, quarter);
        XSSFCellStyle style = cell.getCellStyle();

        assertThat(book.shown(ScorecardWorkbook.SCORECARD, MEASURE, quarter))
                .isEqualTo(plain.quarters().get(0).printed());
        assertThat(style.getFont().getItalic()).isTrue();
        assertThat(book.rows(ScorecardWorkbook.SCORECARD))
                .anyMatch(row -> row.getCell(0) != null
                        && row.getCell(0)
                                .toString()
                                .startsWith("Quarters in grey italics: as reported in the scorecard of Sep-21"));
    }

    @Test
    void isMarkedInTheText() {
        assertThat(ScorecardText.of(edition))
                .contains(plain.quarters().get(0).printed() + " r  ")
                .contains("\nr: as reported in the scorecard of Sep-21; not computed from monthly returns\n");
        assertThat(ScorecardText.of(computed)).doesNotContain("r: as reported");
    }

    @Test
    void isAQueryWhereItsMonthsSayOtherwise() {
        assertThat(Summary.of(edition.scorecard()).queries()).noneMatch(query -> query.contains("was reported as"));
        assertThat(Summary.of(computed.scorecard()).queries())
                .anyMatch(query -> query.contains(plain.quarters().get(0).period() + " was reported as"));
    }

    @Test
    void manyQueriesAreToldInOneSentence() {
        List<PeriodFigure> quarters = plain.quarters().stream()
                .map(cell -> withReported(cell, Basis.COMPUTED, BigDecimal.TEN))
                .toList();

        assertThat(ReportedQuarters.queries(SampleEdition.with(List.of(with(quarters)))))
                .singleElement()
                .asString()
                .startsWith("4 quarters differ from what an earlier scorecard reported, beginning with ");
    }

    private Edition edition(Basis basis, BigDecimal gap) {
        List<PeriodFigure> quarters = new ArrayList<>(plain.quarters());
        quarters.set(0, withReported(quarters.get(0), basis, gap));
        Scorecard scorecard = SampleEdition.with(List.of(with(quarters)));
        return SampleEdition.draft(scorecard);
    }

    private MeasureLine with(List<PeriodFigure> quarters) {
        return new MeasureLine(
                plain.measure(),
                plain.baselineRank(),
                plain.baselineFigure(),
                quarters,
                plain.latest(),
                plain.target(),
                plain.targets(),
                plain.trend(),
                plain.forecast(),
                plain.chartFrom(),
                plain.months());
    }

    private static PeriodFigure withReported(PeriodFigure cell, Basis basis, BigDecimal gap) {
        FiscalQuarter quarter = FiscalQuarter.read(cell.period()).orElseThrow();
        BigDecimal figure = cell.figure().reportedValue().orElseThrow().add(gap);
        return new PeriodFigure(
                cell.period(),
                cell.figure(),
                cell.printed(),
                "",
                cell.monthsKnown(),
                false,
                basis,
                Optional.of(new QuarterFigure(quarter, Figure.of(figure), "", "", REPORTED_IN, OptionalLong.of(1))));
    }
}
