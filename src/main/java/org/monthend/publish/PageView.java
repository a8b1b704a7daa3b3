package org.monthend.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.calendar.FiscalQuarter;
import org.monthend.calendar.FiscalYear;
import org.monthend.catalogue.PageText;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.MeasureParts;
import org.monthend.scorecard.PeriodFigure;
import org.monthend.scorecard.ProjectStatus;
import org.monthend.scorecard.Scorecard;
import org.monthend.scorecard.TargetStanding;

/**
 * An edition as the page's template sees it: every text ready, nothing left to judge. The template can call public
 * methods only, so those it needs are public here and in the records below.
 *
 * @param years fiscal years above the quarters
 * @param projects in the catalogue's order
 * @param footnotes of figures: mark and text
 * @param notes of the catalogue: mark and text
 * @param keys of the catalogue: what arrows and abbreviations mean
 * @param measures what stands behind each row, in their order
 * @param money what stands behind each line of the finance table that states what it spent
 */
record PageView(
        EditionText edition,
        Summary summary,
        List<Year> years,
        List<FiscalQuarter> quarters,
        List<Section> sections,
        List<Distribution> distributions,
        List<FinanceRow> finance,
        List<Distribution> audits,
        List<ProjectRow> projects,
        List<PageText> footnotes,
        List<PageText> notes,
        List<PageText> keys,
        List<MeasureSection> measures,
        List<FinanceSection> money) {

    /** What fits above the figures of an A3 sheet; the workbook has all. */
    private static final int REVISIONS_SHOWN = 6;

    /** A fiscal year as the heading of some quarters. */
    record Year(String label, long quarters) {}

    /** A section of the page: one table, with the rows of its left block before those of its right one. */
    record Section(String code, String heading, String caption, List<List<MeasureRow>> blocks) {}

    /** A project with its two signs. */
    record ProjectRow(ProjectStatus status, Rag progress, Rag finance) {}

    static PageView of(Edition edition) {
        Scorecard scorecard = edition.scorecard();
        EditionText text = new EditionText(edition);
        List<FiscalQuarter> quarters = Scorecard.quartersShown(scorecard.month());
        return new PageView(
                text,
                Summary.of(scorecard),
                years(quarters),
                quarters,
                sections(text),
                Distribution.of(scorecard.distributions()),
                FinanceRow.all(scorecard.finance()),
                Distribution.of(scorecard.auditOpinions()),
                scorecard.projects().stream()
                        .sorted(Comparator.comparingInt(
                                status -> status.project().position()))
                        .map(status ->
                                new ProjectRow(status, Rag.of(status.progressRag()), Rag.of(status.financeRag())))
                        .toList(),
                text.all("footnote"),
                text.all("note"),
                scorecard.texts().stream()
                        .filter(each -> each.place().startsWith("key"))
                        .toList(),
                scorecard.measures().stream()
                        .map(line -> MeasureSection.of(
                                line,
                                MeasureRow.of(line, scorecard.month()),
                                scorecard.month(),
                                MeasureParts.of(scorecard, line),
                                edition.sources()))
                        .toList(),
                FinanceSection.all(scorecard.finance()));
    }

    /** How large the type of the print can be, in percent. */
    public int printPercent() {
        return SheetType.percent(this);
    }

    /** The chief revisions since the edition before; empty for the first. */
    public List<String> revisions() {
        return edition.revisions(REVISIONS_SHOWN);
    }

    /** Whether anything stands behind a line of the finance table. */
    public boolean isBehind(String code) {
        return money.stream().anyMatch(section -> section.line().code().equals(code));
    }

    public boolean hasNote(String mark) {
        return notes.stream().anyMatch(note -> note.mark().equals(mark));
    }

    /** Marks beside figures for which there is no footnote. */
    public List<String> unexplainedMarks() {
        Scorecard scorecard = edition.edition().scorecard();
        return scorecard.measures().stream()
                .flatMap(line -> Stream.concat(line.quarters().stream(), Stream.of(line.latest())))
                .map(PeriodFigure::footnoteMark)
                .filter(mark -> !mark.isEmpty()
                        && footnotes.stream().noneMatch(note -> note.mark().equals(mark)))
                .distinct()
                .toList();
    }

    /** Whether any measure is shown by locality. */
    public boolean hasLocalities() {
        return measures.stream().anyMatch(measure -> measure.localities().isPresent());
    }

    public boolean hasInferred() {
        return rows().anyMatch(row -> !row.inferred().isEmpty());
    }

    public boolean hasUnadjusted() {
        return rows().anyMatch(row -> row.hasArrow() && !row.adjusted());
    }

    /** Whether some trends are adjusted and others not; where none is, the notes say so once for all. */
    public boolean marksUnadjusted() {
        return hasUnadjusted() && rows().anyMatch(MeasureRow::adjusted);
    }

    /** Whether limits rest on few figures anywhere. */
    public boolean hasTrial() {
        return rows().anyMatch(row -> row.trial() && row.variation().isThere());
    }

    /** Whether the edition's method knew charts, and so has judgements to show. */
    public boolean hasJudgements() {
        return rows().anyMatch(row -> row.variation().isThere());
    }

    public boolean hasPartial() {
        return rows().anyMatch(MeasureRow::isPartial);
    }

    /** Where the quarters marked with an r come from; empty where there are none. */
    public String reportedNote() {
        return ReportedQuarters.note(edition.edition().scorecard()).orElse("");
    }

    public List<TargetStanding> standings() {
        return List.of(TargetStanding.values());
    }

    private Stream<MeasureRow> rows() {
        return sections.stream().flatMap(section -> section.blocks().stream()).flatMap(List::stream);
    }

    private static List<Year> years(List<FiscalQuarter> quarters) {
        Map<FiscalYear, Long> years = quarters.stream()
                .collect(Collectors.groupingBy(FiscalQuarter::year, LinkedHashMap::new, Collectors.counting()));
        return years.entrySet().stream()
                .map(year -> new Year(year.getKey().label(), year.getValue()))
                .toList();
    }

    /** Sections in the order in which the scorecard's measures come, and in each its left block before its right one. */
    private static List<Section> sections(EditionText text) {
        Scorecard scorecard = text.edition().scorecard();
        Map<String, Map<String, List<MeasureLine>>> sections = scorecard.measures().stream()
                .collect(Collectors.groupingBy(
                        line -> line.measure().section(),
                        LinkedHashMap::new,
                        Collectors.groupingBy(
                                line -> line.measure().block(), LinkedHashMap::new, Collectors.toList())));
        List<Section> views = new ArrayList<>();
        sections.forEach((code, blocks) -> {
            String heading = text.sectionHeading(code);
            List<List<MeasureRow>> rows = blocks.values().stream()
                    .map(lines -> lines.stream()
                            .map(line -> MeasureRow.of(line, scorecard.month()))
                            .toList())
                    .toList();
            int measures = rows.stream().mapToInt(List::size).sum();
            views.add(new Section(code, heading, heading + ": " + measures + " measures", rows));
        });
        return views;
    }
}
