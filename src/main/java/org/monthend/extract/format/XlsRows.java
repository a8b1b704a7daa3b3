package org.monthend.extract.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.util.RKUtil;
import org.apache.poi.ss.usermodel.FormulaError;

/** Reads the rows of one sheet of an .xls, in one pass over its records ([MS-XLS] 2.4). */
final class XlsRows {

    /** Rich text of a kind that only the clipboard holds; POI has no record for it. */
    private static final short RSTRING = 0xd6;

    private static final int CALCULATE_ON_LOAD = 2;
    private static final int NOT_A_DOUBLE = 0xffff;

    private static final int MOST_CELLS_IN_DISORDER = 500_000;

    private static final Set<Integer> CELLS = Set.of(
            (int) NumberRecord.sid,
            (int) RKRecord.sid,
            (int) MulRKRecord.sid,
            (int) LabelSSTRecord.sid,
            (int) LabelRecord.sid,
            (int) BoolErrRecord.sid,
            (int) FormulaRecord.sid,
            (int) RSTRING);

    /** Takes one cell; says whether it wants the next. */
    private interface CellTaker {
        boolean take(Cell cell) throws UnreadableWorkbook;
    }

    private final String sheet;
    private final RecordInputStream records;
    private final SharedStrings strings;
    private final CellFormats formats;
    private final DateSystem dates;
    private final Remarks remarks;
    private final ReadingClock clock;

    private final BitSet hiddenRows = new BitSet();
    private final List<String> hiddenColumns = new ArrayList<>();

    /** Whether the last formula's text is still to come, in a record of its own. */
    private boolean textToCome;

    private int row;
    private int column;

    XlsRows(
            String sheet,
            RecordInputStream records,
            SharedStrings strings,
            CellFormats formats,
            DateSystem dates,
            Remarks remarks,
            ReadingClock clock) {
        this.sheet = sheet;
        this.records = records;
        this.strings = strings;
        this.formats = formats;
        this.dates = dates;
        this.remarks = remarks;
        this.clock = clock;
    }

    /**
     * Gives every row to the gathering until it wants no more. The sheet's own BOF is read already.
     *
     * @param inOrder whether no row is stored above its place; a sheet in disorder is held in memory as a whole
     */
    void read(RowGathering rows, boolean inOrder) throws IOException {
        CellTaker giver = cell -> {
            if (cell.row() != rows.number()) {
                rows.begin(cell.row(), hiddenRows.get(cell.row() - 1));
            }
            rows.cell(cell.column(), cell.value());
            return rows.goesOn();
        };
        if (inOrder) {
            readCells(giver);
        } else {
            for (Cell cell : sortedCells()) {
                if (!giver.take(cell)) {
                    break;
                }
            }
        }
        if (rows.goesOn()) {
            rows.end();
        }
    }

    private List<Cell> sortedCells() throws IOException {
        List<Cell> cells = new ArrayList<>();
        readCells(cell -> {
            cells.add(cell);
            if (cells.size() > MOST_CELLS_IN_DISORDER) {
                throw new UnreadableWorkbook(
                        Reason.CORRUPT,
                        Sentence.of(
                                "The rows of sheet '%s' are stored in disorder, and there are too many to put them in order; open the file in Excel and save it anew.",
                                Excerpt.of(sheet)));
            }
            return true;
        });
        cells.sort(Comparator.comparingInt(Cell::row));
        return cells;
    }

    private void readCells(CellTaker taker) throws IOException {
        boolean goesOn = true;
        for (int depth = 1; depth > 0 && goesOn; ) {
            int change;
            List<CellValue> values = List.of();
            try {
                change = nextRecord(records);
                values = depth == 1 ? readRecord() : values;
                records.readRemainder();
            } catch (RuntimeException | AssertionError damaged) {
                throw damaged(damaged);
            }
            for (CellValue value : values) {
                goesOn &= taker.take(new Cell(row, column, value));
                column++;
            }
            depth += change;
            clock.check();
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

    /** Whether no cell from here to the end of the sheet stands above the one stored before it. */
    static boolean areInOrder(RecordInputStream records, ReadingClock clock) throws UnreadableWorkbook {
        int last = 0;
        for (int depth = 1; depth > 0; ) {
            depth += nextRecord(records);
            if (depth == 1 && CELLS.contains((int) records.getSid())) {
                int row = records.readUShort();
                if (row < last) {
                    return false;
                }
                last = row;
            }
            records.readRemainder();
            clock.check();
        }
        return true;
    }

    /** Goes on to the next record; says by how much it changes the depth. */
    private static int nextRecord(RecordInputStream records) {
        if (!records.hasNextRecord()) {
            throw new IllegalStateException("no end of sheet");
        }
        records.nextRecord();
        return depthChange(records);
    }

    /** Whether a record begins or ends a sheet: a chart in a sheet is a sheet within it. */
    static int depthChange(RecordInputStream records) {
        return switch (records.getSid()) {
            case BOFRecord.sid -> 1;
            case EOFRecord.sid -> -1;
            default -> 0;
        };
    }

    private UnreadableWorkbook damaged(Throwable cause) {
        return Refusals.damaged(Refusals.place(sheet, row, column), cause);
    }

    /** The values that a record holds from its address on, to the right; most records hold none. */
    private List<CellValue> readRecord() throws UnreadableWorkbook {
        switch (records.getSid()) {
            case RowRecord.sid -> {
                RowRecord info = new RowRecord(records);
                if (info.getZeroHeight()) {
                    hiddenRows.set(info.getRowNumber());
                }
                return List.of();
            }
            case ColumnInfoRecord.sid -> {
                readColumns(new ColumnInfoRecord(records));
                return List.of();
            }
            case StringRecord.sid -> {
                String text = new StringRecord(records).getString();
                Optional<CellValue> value = textToCome ? CellText.valueOf(text, "") : Optional.empty();
                textToCome = false;
                return value.stream().toList();
            }
            case NumberRecord.sid, RKRecord.sid, LabelSSTRecord.sid, LabelRecord.sid, BoolErrRecord.sid, RSTRING -> {
                readAddress();
                return readValue(records.readUShort()).stream().toList();
            }
            case MulRKRecord.sid -> {
                readAddress();
                return readNumbers();
            }
            case FormulaRecord.sid -> {
                readAddress();
                return readResult(records.readUShort()).stream().toList();
            }
            default -> {
                return List.of();
            }
        }
    }

    private void readAddress() {
        if (textToCome) {
            throw new IllegalStateException("a formula's text is missing");
        }
        row = records.readUShort() + 1;
        column = records.readUShort() + 1;
    }

    private Optional<CellValue> readValue(int style) throws UnreadableWorkbook {
        return switch (records.getSid()) {
            case NumberRecord.sid -> Optional.of(number(records.readDouble(), style));
            case RKRecord.sid -> Optional.of(number(RKUtil.decodeNumber(records.readInt()), style));
            case LabelSSTRecord.sid -> sharedString(records.readInt());
            case LabelRecord.sid -> CellText.valueOf(records.readString(), "");
            case BoolErrRecord.sid -> {
                int code = records.readUByte();
                boolean isError = records.readUByte() != 0;
                yield Optional.of(isError ? error(code) : new CellValue.Logical(code != 0));
            }
            default -> Optional.of(new CellValue.Unreadable(CellValue.Fault.UNKNOWN_KIND, ""));
        };
    }

    /** The result that was stored with a formula: a number, or in place of one a kind and a byte. */
    private Optional<CellValue> readResult(int style) {
        long bits = records.readLong();
        boolean calculateOnLoad = (records.readUShort() & CALCULATE_ON_LOAD) != 0;
        if (bits >>> 48 != NOT_A_DOUBLE) {
            double result = Double.longBitsToDouble(bits);
            // What a program writes that cannot calculate: zero, with the wish that Excel should.
            return Optional.of(
                    calculateOnLoad && result == 0 ? new CellValue.UncomputedFormula("") : number(result, style));
        }
        int detail = (int) (bits >>> 16) & 0xff;
        switch ((int) bits & 0xff) {
            case 0 -> {
                textToCome = true;
                return Optional.empty();
            }
            case 1 -> {
                return Optional.of(new CellValue.Logical(detail != 0));
            }
            case 2 -> {
                return Optional.of(error(detail));
            }
            default -> {
                return Optional.empty(); // an empty text
            }
        }
    }

    /** Pairs of style and number for neighbouring cells, and the last column's number behind them. */
    private List<CellValue> readNumbers() {
        List<CellValue> numbers = new ArrayList<>();
        while (records.remaining() >= 6) {
            int style = records.readUShort();
            numbers.add(number(RKUtil.decodeNumber(records.readInt()), style));
        }
        return numbers;
    }

    private CellValue number(double number, int style) {
        return Double.isFinite(number)
                ? formats.kind(style).valueOf(ExactNumber.of(number), dates)
                : new CellValue.Unreadable(CellValue.Fault.NOT_A_NUMBER, "");
    }

    private Optional<CellValue> sharedString(int index) throws UnreadableWorkbook {
        if (!strings.has(index)) {
            throw Refusals.noSuchString(sheet, CellAddress.of(row, column), String.valueOf(index), strings.count());
        }
        return strings.get(index);
    }

    /** The error of a code that .xls and .xlsb have in common. */
    static CellValue error(int code) {
        return FormulaError.isValidCode(code)
                ? new CellValue.Error(FormulaError.forInt(code).getString())
                : new CellValue.Unreadable(CellValue.Fault.UNKNOWN_KIND, "error " + code);
    }

    private void readColumns(ColumnInfoRecord columns) {
        if (columns.getHidden() && hiddenColumns.size() < 20) {
            String first = CellAddress.columnLetters(columns.getFirstColumn() + 1);
            String last = CellAddress.columnLetters(columns.getLastColumn() + 1);
            hiddenColumns.add(first.equals(last) ? first : first + ":" + last);
        }
    }
}
