package org.monthend.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.extract.SheetSketch;
import org.monthend.extract.format.ReadLimits;
import org.monthend.load.LoadRuns;
import org.monthend.load.ReturnFolder;
import org.monthend.load.SubmissionLoader;
import org.monthend.load.SubmissionResult;
import org.monthend.validate.History;
import org.monthend.validate.Issue;
import org.monthend.validate.SmallCatalogue;
import org.monthend.validate.SmallLayouts;

/** What the warehouse knows of earlier months, and what the rules make of it. */
class HistoryQueriesTest {

    private static final ReportingMonth NOVEMBER = new ReportingMonth(2015, 11);
    private static final ReportingMonth DECEMBER = new ReportingMonth(2015, 12);
    private static final ReportingMonth JANUARY = new ReportingMonth(2016, 1);
    private static final List<History.Series> ASKED = List.of(
            new History.Series("TIMELY", "TRUST", DECEMBER, DECEMBER),
            new History.Series("OPEN", "TRUST", NOVEMBER.minusMonths(1), JANUARY),
            new History.Series("OPEN", "TRUST", NOVEMBER, NOVEMBER),
            new History.Series("OPEN", "007", NOVEMBER, DECEMBER),
            new History.Series("UNKNOWN", "TRUST", NOVEMBER, DECEMBER));
    private static final List<String> KNOWN = List.of("Dec-15 92.6", "Oct-15 27.0, Nov-15 30.0", "Nov-15 30.0", "", "");
    private static final String TIDY = "Measure|Organisation|Month|Numerator|Denominator|Value|Status|Comment\n";

    private final Catalogue catalogue = SmallCatalogue.of(List.of(SmallCatalogue.CP), SmallLayouts.TIDY);
    private final Path folder;

    HistoryQueriesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aRefusedReturnKnowsNothing() {
        try (TestDatabase database = TestDatabase.fresh()) {
            load(database, NOVEMBER, TIDY + "OPEN|TRUST|Nov-15|||many");

            assertThat(new HistoryQueries(database.application())
                            .before(DECEMBER)
                            .isEmpty())
                    .isTrue();
        }
    }

    @Test
    void knowsTheRevisionThatCountsOfEachMonthAskedFor() {
        try (TestDatabase database = TestDatabase.fresh()) {
            load(database, NOVEMBER, TIDY + "OPEN|TRUST|Oct-15|||27\nOPEN|TRUST|Nov-15|||28\nOPEN|NORTH|Nov-15||||-");
            load(database, DECEMBER, TIDY + "OPEN|TRUST|Nov-15|||30\nTIMELY|TRUST|Dec-15|881|951|");
            History history = new HistoryQueries(database.application()).before(JANUARY);

            assertThat(words(history.figures(ASKED))).isEqualTo(KNOWN);
            assertThat(history.organisations("CP", NOVEMBER)).containsExactly(Set.of("TRUST", "NORTH"));
            assertThat(history.exactly("TIMELY", "TRUST", DECEMBER))
                    .hasValueSatisfying(
                            exactly -> assertThat(exactly.numerator()).hasValue(BigDecimal.valueOf(881)));
            assertThat(history.exactly("TIMELY", "NORTH", DECEMBER)).isEmpty();
        }
    }

    /** Many questions are answered by one pass over the history, with the same answers. */
    @Test
    void knowsTheSameWhenAllIsReadAtOnce() {
        try (TestDatabase database = TestDatabase.fresh()) {
            load(database, NOVEMBER, TIDY + "OPEN|TRUST|Oct-15|||27\nOPEN|TRUST|Nov-15|||28\nOPEN|NORTH|Nov-15||||-");
            load(database, DECEMBER, TIDY + "OPEN|TRUST|Nov-15|||30\nTIMELY|TRUST|Dec-15|881|951|");
            History history = new HistoryQueries(database.application()).before(JANUARY);
            List<List<History.Known>> lookedUp = history.figures(ASKED);
            history.figures(Collections.nCopies(501, ASKED.get(0)));

            assertThat(history.figures(ASKED)).isEqualTo(lookedUp);
            assertThat(words(history.figures(ASKED))).isEqualTo(KNOWN);
        }
    }

    @Test
    void aFigureStatedAgainAsItWasIsNoRestatement() {
        try (TestDatabase database = TestDatabase.fresh()) {
            String november = "OPEN|TRUST|Nov-15|||28.50\nTIMELY|TRUST|Nov-15|881|951|\nCPP|TRUST|Nov-15||||-\n";
            load(database, NOVEMBER, TIDY + november);

            assertThat(sentences(load(database, DECEMBER, TIDY + november + "OPEN|TRUST|Dec-15|||31")))
                    .isEmpty();
        }
    }

    @Test
    void knowsNothingOfLaterMonths() {
        try (TestDatabase database = TestDatabase.fresh()) {
            load(database, DECEMBER, TIDY + "OPEN|TRUST|Dec-15|||28");

            assertThat(new HistoryQueries(database.application())
                            .before(NOVEMBER)
                            .isEmpty())
                    .isTrue();
        }
    }

    @Test
    void aRestatedMonthIsToldWithWhatItWas() {
        try (TestDatabase database = TestDatabase.fresh()) {
            load(database, NOVEMBER, TIDY + "OPEN|TRUST|Nov-15|||28");

            assertThat(sentences(load(database, DECEMBER, TIDY + "OPEN|TRUST|Nov-15|||30\nOPEN|TRUST|Dec-15|||31")))
                    .containsExactly("NOTE R503 at Return!F2: Cases open of Nov-15 for TRUST was 28 and is now 30."
                            + " Nothing to do, if that was meant.");
        }
    }

    @Test
    void aPublishedMonthIsClosed() throws SQLException {
        try (TestDatabase database = TestDatabase.fresh()) {
            load(database, NOVEMBER, TIDY + "OPEN|TRUST|Nov-15|||28");
            Sql.as(database.application()).run("""
                    insert into dw.dim_scorecard_edition (month_key, organisation_key, organisation_id, edition_no,
                        data_as_at, method_version)
                    select 201511, organisation_key, organisation_id, 1, now(), '1'
                    from dw.dim_organisation
                    where organisation_code = 'TRUST';
                    """);
            History draft = new HistoryQueries(database.application()).before(DECEMBER);
            WarehouseSketch.publish(database, 1);
            History published = new HistoryQueries(database.application()).before(DECEMBER);

            assertThat(draft.isClosed(NOVEMBER)).isFalse();
            assertThat(published.isClosed(NOVEMBER)).isTrue();
            assertThat(published.isClosed(DECEMBER)).isFalse();
        }
    }

    @Test
    void saysWhatMovedSinceTheLayoutLastFitted() {
        try (TestDatabase database = TestDatabase.fresh()) {
            load(database, NOVEMBER, TIDY + "OPEN|TRUST|Nov-15|||28");
            SubmissionResult moved = load(
                    database,
                    DECEMBER,
                    "Measure|Organisation|Month|Target|Numerator|Denominator|Status|Comment\nOPEN|TRUST|Dec-15||||-|");

            assertThat(new HistoryQueries(database.application())
                            .before(DECEMBER)
                            .lastPlace("CP", "TIDY"))
                    .hasValueSatisfying(place ->
                            assertThat(place.headings()).containsAllEntriesOf(Map.of("Measure", "A1", "Value", "F1")));
            assertThat(sentences(moved))
                    .containsExactly("REFUSE R101 at Return!A1: layout TIDY does not fit: on sheet 'Return' the heading"
                            + " 'Value' is missing; the heading 'Numerator' was in column D last month and is now in E;"
                            + " the heading 'Denominator' was in column E last month and is now in F;"
                            + " 'Value' was in column F last month. Put the heading back as it was, or describe the new"
                            + " layout in the catalogue's Layouts sheet.");
        }
    }

    private static List<String> words(List<List<History.Known>> known) {
        return known.stream()
                .map(series -> series.stream()
                        .map(each -> each.month().label() + " " + Math.round(each.figure() * 10) / 10.0)
                        .collect(Collectors.joining(", ")))
                .toList();
    }

    private SubmissionResult load(TestDatabase database, ReportingMonth month, String rows) {
        new CatalogueTables(database.application(), Clock.systemUTC()).save(catalogue);
        Path file = SheetSketch.workbook("Return", rows).write(folder.resolve("cp " + month.label() + ".xlsx"));
        long run = new LoadRunTable(database.application(), "1")
                .begin(new LoadRuns.Asked("test", "", Optional.empty()))
                .number();
        return new SubmissionLoader(
                        catalogue, new SubmissionTables(database.application()).ofRun(run), ReadLimits.standard())
                .load(ReturnFolder.describe(file, month));
    }

    private static List<String> sentences(SubmissionResult result) {
        return result.judgement().issues().stream().map(Issue::sentence).toList();
    }
}
