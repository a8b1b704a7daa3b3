package org.monthend.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.monthend.calendar.FiscalQuarter;
import org.monthend.scorecard.CategoryFigure;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.FinancePosition;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.PeriodFigure;
import org.monthend.scorecard.ProjectStatus;
import org.monthend.scorecard.Scorecard;

/** The scorecard as a table for a terminal: the figures of the page without its explanations. */
public final class ScorecardText {

    private static final int NAME_WIDTH = 64;

    private static final int REVISIONS_SHOWN = 20;

    private ScorecardText() {}

    /** Lines of plain text, ending in a line break. */
    public static String of(Edition edition) {
        Scorecard scorecard = edition.scorecard();
        StringBuilder text = new StringBuilder();
        text.append("Corporate Scorecard for month: ")
                .append(scorecard.month().label())
                .append(" · ")
                .append(scorecard.organisation().name())
                .append(" · edition ")
                .append(edition.number())
                .append(" (")
                .append(edition.status().word())
                .append(")\n");
        issue(text, new EditionText(edition));
        text.append('\n');
        append(text, measures(scorecard));
        ReportedQuarters.note(scorecard)
                .ifPresent(note -> text.append(ReportedQuarters.MARK)
                        .append(": ")
                        .append(note)
                        .append('\n'));
        if (!scorecard.finance().isEmpty()) {
            text.append('\n');
            append(text, finance(scorecard));
        }
        if (!scorecard.distributions().isEmpty() || !scorecard.auditOpinions().isEmpty()) {
            text.append('\n');
            append(text, categories(scorecard.distributions()));
            append(text, categories(scorecard.auditOpinions()));
        }
        if (!scorecard.projects().isEmpty()) {
            text.append('\n');
            append(text, projects(scorecard));
        }
        return text.toString();
    }

    /** Nothing for the draft of a first edition: its status has said it all. */
    private static void issue(StringBuilder text, EditionText edition) {
        if (edition.edition().publishedAt().isPresent()) {
            text.append(String.join(" · ", edition.particulars())).append('\n');
        }
        if (edition.edition().revisions().isPresent()) {
            text.append(edition.revisionHeading()).append('\n');
            edition.revisions(REVISIONS_SHOWN)
                    .forEach(line -> text.append("  ").append(line).append('\n'));
        }
    }

    private static List<List<String>> measures(Scorecard scorecard) {
        List<List<String>> rows = new ArrayList<>();
        List<String> heading = new ArrayList<>(List.of("Measure", "Rank", "Fig."));
        for (FiscalQuarter quarter : Scorecard.quartersShown(scorecard.month())) {
            heading.add(quarter.year().label().substring(2) + " Q" + quarter.number());
        }
        heading.addAll(List.of(scorecard.month().label(), "Target", "Standing", "6-month trend"));
        rows.add(heading);
        for (MeasureLine line : scorecard.measures()) {
            List<String> row = new ArrayList<>();
            String contract = line.measure().isContractMeasure() ? " ©" : "";
            row.add(shortened(line.measure().printedName()) + contract);
            row.add(line.baselineRank());
            row.add(line.baselineFigure());
            line.quarters().stream().map(ScorecardText::quarter).forEach(row::add);
            row.add(line.latest().printed());
            row.add(line.target().printed());
            row.add(
                    line.target().printed().isEmpty()
                            ? ""
                            : line.target().standing().label());
            row.add(trend(line));
            rows.add(row);
        }
        return rows;
    }

    private static String quarter(PeriodFigure cell) {
        return cell.printed() + (ReportedQuarters.isShownIn(cell) ? " " + ReportedQuarters.MARK : "");
    }

    private static String trend(MeasureLine line) {
        String arrow = line.trend().direction().arrow();
        return switch (line.trend().judgement()) {
            case BETTER, WORSE -> arrow + " " + line.trend().judgement().word();
            case NEUTRAL -> arrow;
        };
    }

    private static List<List<String>> finance(Scorecard scorecard) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "Finance",
                scorecard.month().fiscalYear().label() + " budget",
                scorecard.month().lastDayLabel() + " forecast",
                "Variance"));
        for (FinancePosition position : scorecard.finance()) {
            rows.add(List.of(
                    shortened(position.line().name()),
                    position.printedBudget(),
                    position.printedForecast(),
                    position.printedVariance()));
        }
        return rows;
    }

    private static List<List<String>> categories(List<CategoryFigure> figures) {
        if (figures.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        figures.stream()
                .collect(Collectors.groupingBy(
                        figure -> figure.category().schemeName(), LinkedHashMap::new, Collectors.toList()))
                .forEach((scheme, members) -> rows.add(List.of(
                        scheme,
                        members.stream()
                                .map(member -> member.category().code() + " " + member.printed())
                                .collect(Collectors.joining(" · ")))));
        return rows;
    }

    private static List<List<String>> projects(Scorecard scorecard) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Project", "Progress", "Finance"));
        for (ProjectStatus status : scorecard.projects()) {
            rows.add(List.of(shortened(status.project().name()), status.progressRag(), status.financeRag()));
        }
        return rows;
    }

    private static void append(StringBuilder text, List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                String pad = " ".repeat(widths[column] - cell.length());
                boolean isName = column == 0 || column >= 9;
                line.append(isName ? cell + pad : pad + cell).append("  ");
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static String shortened(String name) {
        return name.length() <= NAME_WIDTH ? name : name.substring(0, NAME_WIDTH - 1) + "…";
    }
}
