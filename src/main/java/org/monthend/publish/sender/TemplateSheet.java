package org.monthend.publish.sender;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Category;
import org.monthend.catalogue.LayoutPart;
import org.monthend.publish.sender.TemplatePen.Look;

/** One table of a template on its sheet. */
final class TemplateSheet {

    private static final String CODE = "Code";
    private static final String UNIT = "Unit";
    private static final String LAST = "Last figure";

    /** Excel shows no more of an error text. */
    private static final int LONGEST_ERROR = 225;

    private static final int LONGEST_HINT = 250;

    /** Columns that are there to be read only, in front of those to be filled. */
    private static final List<String> LEADING =
            List.of("measure", "line", "category", "project", "organisation", "month");

    private final TemplatePen pen;
    private final TemplateTable table;
    private final ReportingMonth month;
    private final Catalogue catalogue;
    private final List<Column> columns;

    /** @param field of the layout; empty for a column that the layout does not know */
    private record Column(String heading, String field, int width) {}

    TemplateSheet(TemplatePen pen, TemplateTable table, ReportingMonth month, Catalogue catalogue) {
        this.pen = pen;
        this.table = table;
        this.month = month;
        this.catalogue = catalogue;
        this.columns = columns();
    }

    /** The columns of the layout, and for people between them the code, the unit and the last figure. */
    private List<Column> columns() {
        List<Column> all = new ArrayList<>();
        List<LayoutPart> parts = TemplateTable.columns(table.layout());
        parts.stream().filter(part -> LEADING.contains(part.part())).forEach(part -> all.add(column(part)));
        Stream.of(new Column(CODE, "", 22), new Column(UNIT, "", 12), new Column(LAST, "", 26))
                .filter(column -> !table.hasHeading(column.heading()))
                .forEach(all::add);
        parts.stream().filter(part -> !LEADING.contains(part.part())).forEach(part -> all.add(column(part)));
        return all;
    }

    private static Column column(LayoutPart part) {
        int width = switch (part.part()) {
            case "measure", "line", "project" -> 44;
            case "category", "organisation" -> 26;
            case "month" -> 10;
            case "narrative" -> 70;
            case "comment" -> 36;
            case "status" -> 20;
            default -> 14;
        };
        return new Column(part.words(), part.part(), width);
    }

    void write() {
        XSSFSheet sheet = pen.sheet(table.sheet(), "Template for " + month.longLabel());
        Optional<String> title = table.title(month);
        title.ifPresent(words -> pen.write(sheet.createRow(0), 0, words, Look.TITLE));
        int header = title.isPresent() ? 2 : 0;
        Row headings = sheet.createRow(header);
        headings.setHeightInPoints(30);
        for (int column = 0; column < columns.size(); column++) {
            pen.write(headings, column, columns.get(column).heading(), Look.HEADER);
            sheet.setColumnWidth(column, columns.get(column).width() * 256);
        }
        for (int index = 0; index < table.rows().size(); index++) {
            row(sheet, header + 1 + index, table.rows().get(index));
        }
        sheet.createFreezePane(1, header + 1);
        sheet.setRepeatingRows(new CellRangeAddress(header, header, -1, -1));
    }

    private void row(XSSFSheet sheet, int number, TemplateTable.Row asked) {
        Row row = sheet.createRow(number);
        row.setHeightInPoints(table.subject().equals("projects") ? 60 : 26);
        for (int column = 0; column < columns.size(); column++) {
            Column each = columns.get(column);
            if (each.field().isEmpty()) {
                String words = switch (each.heading()) {
                    case CODE -> asked.code();
                    case UNIT -> asked.unit();
                    default -> asked.last();
                };
                pen.write(row, column, words, Look.QUIET);
            } else {
                fill(sheet, row, column, asked.fields().getOrDefault(each.field(), new TemplateField.Text("")));
            }
        }
    }

    private void fill(XSSFSheet sheet, Row row, int column, TemplateField field) {
        if (field instanceof TemplateField.Given given) {
            pen.write(row, column, given.words(), Look.NAME);
        } else if (field instanceof TemplateField.Month) {
            pen.leave(row, column, Look.MONTH).setCellValue(month.firstDay());
        } else if (field instanceof TemplateField.NotNeeded) {
            pen.leave(row, column, Look.GREY);
        } else if (field instanceof TemplateField.Choice choice) {
            pen.write(row, column, choice.words(), Look.OPEN);
            offer(sheet, row.getRowNum(), column, choice.kind());
        } else if (field instanceof TemplateField.Text text) {
            pen.leave(row, column, Look.OPEN_TEXT);
            hint(sheet, row.getRowNum(), column, text.hint());
        } else if (field instanceof TemplateField.Figure figure) {
            // A cell without a number format takes 87% as a percentage by itself; in any other it would become 0.87.
            boolean bounded = figure.most().isPresent();
            pen.leave(row, column, bounded ? Look.OPEN : figure.whole() ? Look.OPEN_WHOLE : Look.OPEN_NUMBER);
            limit(sheet, row.getRowNum(), column, figure);
        }
    }

    private void limit(XSSFSheet sheet, int row, int column, TemplateField.Figure figure) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        String least = figure.least().map(String::valueOf).orElse("-1000000000000");
        String most = figure.most().map(String::valueOf).orElse("1000000000000");
        List<String> codes =
                table.codes().stream().map(TemplateTable.Code::word).toList();
        DataValidationConstraint constraint;
        if (codes.isEmpty()) {
            constraint = helper.createNumericConstraint(
                    figure.whole() ? ValidationType.INTEGER : ValidationType.DECIMAL,
                    OperatorType.BETWEEN,
                    least,
                    most);
        } else {
            String cell = new CellReference(row, column).formatAsString();
            String words = codes.stream()
                    .map(code -> ",%s=\"%s\"".formatted(cell, code.replace("\"", "\"\"")))
                    .collect(Collectors.joining());
            constraint = helper.createCustomConstraint(
                    "OR(AND(ISNUMBER(%1$s),N(%1$s)>=%2$s,N(%1$s)<=%3$s)%4$s)".formatted(cell, least, most, words));
        }
        String range =
                figure.most().isPresent() ? "from 0 to " + most : figure.least().isPresent() ? "from 0" : "";
        String error = "Please write a %s %s%s."
                .formatted(
                        figure.whole() ? "whole number" : "plain number",
                        range,
                        codes.contains("-") ? ", or - if there is nothing to report" : "");
        add(
                sheet,
                helper,
                constraint,
                row,
                column,
                error.replace("  ", " ").replace(" ,", ",").replace(" .", "."),
                figure.hint());
    }

    private void offer(XSSFSheet sheet, int row, int column, TemplateField.Choice.Kind kind) {
        String[] words = switch (kind) {
            case STATUS -> table.codes().stream().map(TemplateTable.Code::word).toArray(String[]::new);
            case RAG -> catalogue.scheme("RAG").stream().map(Category::code).toArray(String[]::new);
        };
        if (words.length == 0) {
            return;
        }
        DataValidationHelper helper = sheet.getDataValidationHelper();
        String hint = kind == TemplateField.Choice.Kind.STATUS
                ? "Only where there is no figure: why there is none."
                : catalogue.scheme("RAG").stream()
                        .map(rag -> rag.code() + " = " + rag.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        add(
                sheet,
                helper,
                helper.createExplicitListConstraint(words),
                row,
                column,
                "Please choose one of the words offered, or leave the cell empty.",
                hint);
    }

    /** Says what a cell is for and accepts anything. */
    private static void hint(XSSFSheet sheet, int row, int column, String hint) {
        if (!hint.isEmpty()) {
            DataValidationHelper helper = sheet.getDataValidationHelper();
            DataValidationConstraint any = helper.createTextLengthConstraint(OperatorType.LESS_OR_EQUAL, "32767", "");
            add(sheet, helper, any, row, column, "The text is too long for a cell.", hint);
        }
    }

    private static void add(
            XSSFSheet sheet,
            DataValidationHelper helper,
            DataValidationConstraint constraint,
            int row,
            int column,
            String error,
            String hint) {
        DataValidation validation =
                helper.createValidation(constraint, new CellRangeAddressList(row, row, column, column));
        validation.setEmptyCellAllowed(true);
        validation.setShowErrorBox(true);
        validation.createErrorBox("Monthend", cut(error, LONGEST_ERROR));
        validation.setShowPromptBox(!hint.isEmpty());
        if (!hint.isEmpty()) {
            validation.createPromptBox("What is asked", cut(hint, LONGEST_HINT));
        }
        sheet.addValidationData(validation);
    }

    private static String cut(String words, int longest) {
        return words.length() <= longest ? words : words.substring(0, longest - 1) + "…";
    }
}
