package org.monthend.steward;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.monthend.extract.format.CellValue;
import org.monthend.extract.format.MergedRange;
import org.monthend.extract.format.SheetInfo;
import org.monthend.extract.format.Visibility;
import org.monthend.extract.format.Workbook;
import org.monthend.publish.sender.SourceSheets;

/** A workbook that was read, as sheets to be copied. */
record WorkbookSheets(Workbook workbook) implements SourceSheets {

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    @Override
    public List<Sheet> sheets() {
        return workbook.sheets().stream()
                .map(sheet -> new Sheet(sheet.name(), sheet.visibility() != Visibility.VISIBLE, merged(sheet)))
                .toList();
    }

    private List<String> merged(SheetInfo sheet) {
        try {
            return workbook.mergedRanges(sheet).stream()
                    .map(MergedRange::address)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void rows(int sheet, RowTaker taker) throws IOException {
        workbook.rows(workbook.sheets().get(sheet), row -> {
            try {
                taker.take(
                        row.number(),
                        row.hidden(),
                        row.cells().stream()
                                .map(cell -> new Cell(cell.column(), content(cell.value())))
                                .toList());
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Content content(CellValue value) {
        if (value instanceof CellValue.Number number) {
            return new Content.Figure(number.value(), number.percentFormat());
        }
        if (value instanceof CellValue.Date date) {
            return new Content.Day(date.day().atStartOfDay(), false);
        }
        if (value instanceof CellValue.Moment moment) {
            return new Content.Day(moment.at(), true);
        }
        if (value instanceof CellValue.Elapsed elapsed) {
            return new Content.Length(elapsed.time());
        }
        if (value instanceof CellValue.Logical logical) {
            return new Content.Truth(logical.value());
        }
        if (value instanceof CellValue.Error error) {
            return new Content.Failure(error.code());
        }
        return new Content.Words(
                value instanceof CellValue.Text text
                        ? text.text() + superscript(text.footnoteMark())
                        : value.excerpt());
    }

    /** A mark that stood in superscript stays apart from the figure before it: 17² is not 172. */
    private static String superscript(String mark) {
        StringBuilder raised = new StringBuilder();
        for (char character : mark.toCharArray()) {
            boolean digit = character >= '0' && character <= '9';
            raised.append(digit ? SUPERSCRIPTS.charAt(character - '0') : character);
        }
        return raised.toString();
    }
}
