package org.monthend.scorecard;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.monthend.calendar.FiscalQuarter;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Organisation;
import org.monthend.catalogue.PageText;

/**
 * The corporate scorecard of one organisation for one month: all that the page, the workbook and the warehouse say.
 *
 * @param distributions shares of a whole by category, such as the quality of cases audited
 * @param auditOpinions number of internal audits by opinion
 * @param texts vision, headings, notes and key from the catalogue, and the footnotes of figures (place "footnote")
 * @param parts its localities, in the order of the catalogue; those that have never stated anything are left out
 */
public record Scorecard(
        ReportingMonth month,
        Organisation organisation,
        List<MeasureLine> measures,
        List<FinancePosition> finance,
        List<CategoryFigure> distributions,
        List<CategoryFigure> auditOpinions,
        List<ProjectStatus> projects,
        List<PageText> texts,
        List<ScorecardPart> parts) {

    /** Of an organisation without parts. */
    public Scorecard(
            ReportingMonth month,
            Organisation organisation,
            List<MeasureLine> measures,
            List<FinancePosition> finance,
            List<CategoryFigure> distributions,
            List<CategoryFigure> auditOpinions,
            List<ProjectStatus> projects,
            List<PageText> texts) {
        this(month, organisation, measures, finance, distributions, auditOpinions, projects, texts, List.of());
    }

    /**
     * What the scorecard says of one organisation: of a locality its measures and the texts of the page, as finance, audits
     * and projects are the whole's; empty for an organisation that it says nothing of.
     */
    public Optional<Scorecard> about(String organisationCode) {
        if (organisation.code().equals(organisationCode)) {
            return Optional.of(this);
        }
        return parts.stream()
                .filter(part -> part.organisation().code().equals(organisationCode))
                .findFirst()
                .map(part -> new Scorecard(
                        month,
                        part.organisation(),
                        part.measures(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        texts));
    }

    /** The rules and formulas that the figures were judged by; it changes whenever one of them does. */
    public static final String METHOD_VERSION = "2";

    /** The four quarters that the page of a month shows: those before the quarter that the month is in. */
    public static List<FiscalQuarter> quartersShown(ReportingMonth month) {
        return IntStream.rangeClosed(-4, -1)
                .mapToObj(step -> month.quarter().plusQuarters(step))
                .toList();
    }
}
