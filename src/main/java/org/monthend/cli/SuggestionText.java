package org.monthend.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.monthend.extract.CellWords;
import org.monthend.extract.suggest.Confidence;
import org.monthend.extract.suggest.SuggestedPart;
import org.monthend.extract.suggest.SuggestedTable;
import org.monthend.extract.suggest.Suggestion;
import org.monthend.extract.suggest.Trial;
import org.monthend.publish.LayoutWorkbook;

/** A suggestion in words: what was found where, what must be decided, and what came of the trial. */
final class SuggestionText {

    private static final String NO_BEGINNING = "2000-01";
    private static final int OTHERS_SHOWN = 3;

    private final Suggestion suggestion;

    SuggestionText(Suggestion suggestion) {
        this.suggestion = suggestion;
    }

    /** The account of all tables, then of what was passed over. */
    String account() {
        StringBuilder account = new StringBuilder();
        account.append("%s, %s: %s\n"
                .formatted(
                        suggestion.fileName(),
                        suggestion.format(),
                        suggestion.tables().isEmpty()
                                ? "no table was found, so nothing is proposed."
                                : suggestion.tables().size() == 1
                                        ? "one table was found."
                                        : suggestion.tables().size() + " tables were found."));
        suggestion
                .passedOver()
                .forEach(sentence -> account.append("  ").append(sentence).append('\n'));
        suggestion.tables().forEach(table -> table(account, table));
        return account.toString();
    }

    private static void table(StringBuilder account, SuggestedTable table) {
        int top = table.headerRow() - table.tiers() + 1;
        account.append("\nSheet '%s', %s, data in rows %d to %d: layout %s\n"
                .formatted(
                        table.sheet(),
                        top == table.headerRow()
                                ? "headings in row " + top
                                : "headings in rows %d to %d".formatted(top, table.headerRow()),
                        table.firstRow(),
                        table.lastRow(),
                        table.layout().code()));
        table.parts().forEach(part -> account.append(line(part)));
        account.append(trial(table.trial()));
        List<String> open = open(table);
        if (!open.isEmpty()) {
            account.append("  To be decided:\n");
            open.forEach(sentence -> account.append("    - ").append(sentence).append('\n'));
        }
        if (!table.notUnderstood().isEmpty()) {
            account.append("  Not understood, and left unread:\n");
            table.notUnderstood()
                    .forEach(sentence ->
                            account.append("    - ").append(sentence).append('\n'));
        }
    }

    private static String line(SuggestedPart part) {
        String where = part.part().where().isEmpty() ? "" : part.part().where() + " ";
        String unit = part.part().unit().isEmpty() ? "" : " [" + part.part().unit() + "]";
        String cell = part.cell().isEmpty() ? "" : part.cell() + ": ";
        return "  %-8s %-13s %s%s%s\n           %s%s\n"
                .formatted(
                        part.confidence().word(), part.part().part(), where, quoted(part), unit, cell, part.reason());
    }

    private static String quoted(SuggestedPart part) {
        return "'" + CellWords.quoted(part.part().words()) + "'";
    }

    private static String trial(Trial trial) {
        StringBuilder lines = new StringBuilder();
        if (trial instanceof Trial.Read read) {
            lines.append("  Tried on the file: it would read %,d %s with %,d figures%s.\n"
                    .formatted(
                            read.rows(),
                            read.rows() == 1 ? "row" : "rows",
                            read.figures(),
                            read.passedOver() == 0 ? "" : ", and pass over " + read.passedOver()));
            read.names()
                    .forEach(sentence -> lines.append("    ").append(sentence).append('\n'));
            read.firstRows().forEach(row -> lines.append("    ").append(row).append('\n'));
        } else if (trial instanceof Trial.Misfits misfits) {
            lines.append("  Tried on the file, it does not fit:\n");
            misfits.sentences()
                    .forEach(sentence -> lines.append("    ").append(sentence).append('\n'));
        }
        return lines.toString();
    }

    /** What a person has to decide before the layout is used. */
    private static List<String> open(SuggestedTable table) {
        List<String> open = new ArrayList<>(table.missing());
        table.parts().stream()
                .filter(SuggestedPart::mustBeDecided)
                .map(SuggestionText::question)
                .forEach(open::add);
        return open;
    }

    private static String question(SuggestedPart part) {
        int shown = Math.min(OTHERS_SHOWN, part.alternatives().size());
        String others = String.join(", or ", part.alternatives().subList(0, shown));
        String more = part.alternatives().size() > shown
                ? ", or one of %d more".formatted(part.alternatives().size() - shown)
                : "";
        return "%s: is it %s%s%s?%s"
                .formatted(
                        part.part().part(),
                        quoted(part),
                        others.isEmpty() ? "" : ", or " + others,
                        more,
                        part.confidence() == Confidence.GUESS ? " The first is a guess." : "");
    }

    String whatNext(Path workbook) {
        return """

                Written: %s. Review it, then paste the rows of its sheet '%s' beneath those of the catalogue's sheet of
                that name, and name the layout under Tables in the catalogue's sheet Returns.
                """.formatted(workbook, LayoutWorkbook.LAYOUTS);
    }

    /** The rows of all layouts for the workbook. */
    List<LayoutWorkbook.Proposed> rows() {
        List<LayoutWorkbook.Proposed> rows = new ArrayList<>();
        for (SuggestedTable table : suggestion.tables()) {
            String from = table.layout().from().toString();
            table.parts()
                    .forEach(part -> rows.add(new LayoutWorkbook.Proposed(
                            table.layout().code(),
                            from.equals(NO_BEGINNING) ? "" : from,
                            part.part(),
                            part.mustBeDecided() ? "To be decided: " + question(part) : "",
                            part.confidence().word(),
                            part.cell(),
                            part.reason(),
                            String.join("; ", part.alternatives()))));
        }
        return rows;
    }

    /** All that is said beside the rows. */
    List<LayoutWorkbook.Remark> remarks() {
        List<LayoutWorkbook.Remark> remarks = new ArrayList<>();
        for (SuggestedTable table : suggestion.tables()) {
            String code = table.layout().code();
            table.missing().forEach(each -> remarks.add(new LayoutWorkbook.Remark(code, "missing", each)));
            table.notUnderstood().forEach(each -> remarks.add(new LayoutWorkbook.Remark(code, "unread", each)));
            if (table.trial() instanceof Trial.Read read) {
                remarks.add(new LayoutWorkbook.Remark(
                        code, "tried", "Read by it, the file gives %,d rows.".formatted(read.rows())));
                read.names().forEach(each -> remarks.add(new LayoutWorkbook.Remark(code, "tried", each)));
            } else if (table.trial() instanceof Trial.Misfits misfits) {
                misfits.sentences().forEach(each -> remarks.add(new LayoutWorkbook.Remark(code, "does not fit", each)));
            }
        }
        suggestion.passedOver().forEach(each -> remarks.add(new LayoutWorkbook.Remark("", "passed over", each)));
        return remarks;
    }
}
