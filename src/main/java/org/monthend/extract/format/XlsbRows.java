package org.monthend.extract.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.util.RKUtil;

/** Reads the rows of one sheet part of an .xlsb, in one pass over its records. */
final class XlsbRows {

    private static final int ROW_HIDDEN = 0x10;
    private static final int COLUMNS_HIDDEN = 1;
    private static final int ALWAYS_CALCULATE = 2;

    private final String sheet;
    private final BinaryPart records;
    private final SharedStrings strings;
    private final CellFormats formats;
    private final XlsbFonts fonts;
    private final DateSystem dates;
    private final RowGathering rows;
    private final Remarks remarks;
    private final ReadLimits limits;

    private final List<String> hiddenColumns = new ArrayList<>();
    private int column;
    private int style;

    XlsbRows(
            String sheet,
            BinaryPart records,
            SharedStrings strings,
            CellFormats formats,
            XlsbFonts fonts,
            DateSystem dates,
            RowGathering rows,
            Remarks remarks,
            ReadLimits limits) {
        this.sheet = sheet;
        this.records = records;
        this.strings = strings;
        this.formats = formats;
        this.fonts = fonts;
        this.dates = dates;
        this.rows = rows;
        this.remarks = remarks;
        this.limits = limits;
    }

    /** Gives every row to the gathering until it wants no more. */
    void read() throws IOException {
        records.describeAs(() -> Refusals.place(sheet, rows.number(), rows.lastColumn()));
        while (rows.goesOn() && records.nextBefore(XlsbRecord.SHEET_END)) {
            readRecord();
        }
        if (rows.goesOn()) {
            rows.end();
        }
        if (!hiddenColumns.isEmpty()) {
            remarks.add(
                    Remark.Kind.HIDDEN_COLUMNS,
                    sheet,
                    Sentence.of(
                            "Sheet '%s' has hidden columns (%s); they were read like all others.",
                            Excerpt.of(sheet), String.join(", ", hiddenColumns)));
        }
    }

    private void readRecord() throws UnreadableWorkbook {
        switch (records.type()) {
            case XlsbRecord.ROW -> readRow();
            case XlsbRecord.COLUMNS -> readColumns();
            case XlsbRecord.CELL_BLANK,
                    XlsbRecord.CELL_RK,
                    XlsbRecord.CELL_ERROR,
                    XlsbRecord.CELL_LOGICAL,
                    XlsbRecord.CELL_REAL,
                    XlsbRecord.CELL_TEXT,
                    XlsbRecord.CELL_SHARED_STRING,
                    XlsbRecord.CELL_RICH_TEXT,
                    XlsbRecord.FORMULA_TEXT,
                    XlsbRecord.FORMULA_NUMBER,
                    XlsbRecord.FORMULA_LOGICAL,
                    XlsbRecord.FORMULA_ERROR -> {
                int index = records.integer();
                column = index < 0 || index >= limits.columns() ? limits.columns() + 1 : index + 1;
                readCell();
            }
            case XlsbRecord.SHORT_BLANK,
                    XlsbRecord.SHORT_RK,
                    XlsbRecord.SHORT_ERROR,
                    XlsbRecord.SHORT_LOGICAL,
                    XlsbRecord.SHORT_REAL,
                    XlsbRecord.SHORT_TEXT,
                    XlsbRecord.SHORT_SHARED_STRING -> {
                column = rows.lastColumn() + 1;
                readCell();
            }
            default -> {
                // everything else is about looks
            }
        }
    }

    private void readRow() throws UnreadableWorkbook {
        int index = records.integer();
        records.skip(7); // style, height, space above and below
        boolean hidden = (records.unsignedByte() & ROW_HIDDEN) != 0;
        rows.begin(index == Integer.MAX_VALUE ? index : index + 1, hidden);
    }

    private void readColumns() throws UnreadableWorkbook {
        int first = records.integer() + 1;
        int last = records.integer() + 1;
        records.skip(8); // width and style
        if ((records.unsignedShort() & COLUMNS_HIDDEN) != 0 && hiddenColumns.size() < 20) {
            String letters = CellAddress.columnLetters(first);
            hiddenColumns.add(first == last ? letters : letters + ":" + CellAddress.columnLetters(last));
        }
    }

    private void readCell() throws UnreadableWorkbook {
        if (rows.number() == 0) {
            throw Refusals.damaged(Refusals.place(sheet, 0, 0), new IOException("a cell before the first row"));
        }
        style = records.unsigned24();
        records.skip(1);
        Optional<CellValue> value = value();
        if (value.isPresent()) {
            rows.cell(column, value.get());
        } else {
            rows.blank(column);
        }
    }

    private Optional<CellValue> value() throws UnreadableWorkbook {
        return switch (records.type()) {
            case XlsbRecord.CELL_RK, XlsbRecord.SHORT_RK -> Optional.of(number(RKUtil.decodeNumber(records.integer())));
            case XlsbRecord.CELL_REAL, XlsbRecord.SHORT_REAL -> Optional.of(number(records.real()));
            case XlsbRecord.FORMULA_NUMBER -> Optional.of(result(records.real(), records.unsignedShort()));
            case XlsbRecord.CELL_LOGICAL, XlsbRecord.SHORT_LOGICAL, XlsbRecord.FORMULA_LOGICAL ->
                Optional.of(new CellValue.Logical(records.unsignedByte() != 0));
            case XlsbRecord.CELL_ERROR, XlsbRecord.SHORT_ERROR, XlsbRecord.FORMULA_ERROR ->
                Optional.of(XlsRows.error(records.unsignedByte()));
            case XlsbRecord.CELL_TEXT, XlsbRecord.SHORT_TEXT, XlsbRecord.FORMULA_TEXT -> text(records.text());
            case XlsbRecord.CELL_SHARED_STRING, XlsbRecord.SHORT_SHARED_STRING -> sharedString(records.integer());
            case XlsbRecord.CELL_RICH_TEXT -> fonts.read(records, limits);
            default -> Optional.empty();
        };
    }

    /** What a program writes that cannot calculate is zero, with the wish that Excel should. */
    private CellValue result(double number, int flags) {
        return number == 0 && (flags & ALWAYS_CALCULATE) != 0 ? new CellValue.UncomputedFormula("") : number(number);
    }

    private CellValue number(double number) {
        return Double.isFinite(number)
                ? formats.kind(style).valueOf(ExactNumber.of(number), dates)
                : new CellValue.Unreadable(CellValue.Fault.NOT_A_NUMBER, "");
    }

    private Optional<CellValue> text(String text) {
        return text.length() > limits.cellCharacters()
                ? Optional.of(CellText.tooLong(text))
                : CellText.valueOf(text, "");
    }

    private Optional<CellValue> sharedString(int index) throws UnreadableWorkbook {
        if (!strings.has(index)) {
            throw Refusals.noSuchString(
                    sheet, CellAddress.of(rows.number(), column), String.valueOf(index), strings.count());
        }
        return strings.get(index);
    }
}
