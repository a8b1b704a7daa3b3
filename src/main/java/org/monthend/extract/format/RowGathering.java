package org.monthend.extract.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Puts the rows of one sheet together and hands them on in order. A row stored in several pieces is one row; a cell
 * stored twice is given once, and refused when the two differ.
 */
final class RowGathering {

    /** Formats a little below the table are usual; tens of thousands of rows of them are a slip. */
    private static final int LONG_EMPTY_TAIL = 10_000;

    private final String sheet;
    private final String name;
    private final ReadLimits limits;
    private final Remarks remarks;
    private final ReadingClock clock;
    private final RowHandler handler;

    private List<Cell> cells = new ArrayList<>();
    private int number;
    private int lastValued;
    private int lastColumn;
    private boolean hidden;
    private boolean ascending = true;
    private boolean goesOn = true;

    RowGathering(String sheet, ReadLimits limits, Remarks remarks, ReadingClock clock, RowHandler handler) {
        this.sheet = sheet;
        this.name = Excerpt.of(sheet);
        this.limits = limits;
        this.remarks = remarks;
        this.clock = clock;
        this.handler = handler;
    }

    int number() {
        return number;
    }

    int lastColumn() {
        return lastColumn;
    }

    /** Whether the handler wants more. */
    boolean goesOn() {
        return goesOn;
    }

    /** Begins a row, or another piece of the same row. */
    void begin(int row, boolean isHidden) throws UnreadableWorkbook {
        if (row < 1) {
            throw new UnreadableWorkbook(
                    Reason.CORRUPT,
                    Sentence.of(
                            "Sheet '%s' is damaged: after row %d stands a row without a number from 1; open the file in Excel, save it again and send that.",
                            name, number));
        }
        if (row < number) {
            throw new UnreadableWorkbook(
                    Reason.CORRUPT,
                    Sentence.of(
                            "Sheet '%s' is damaged: row %d is stored after row %d; open the file in Excel, save it again and send that.",
                            name, row, number));
        }
        if (row > limits.rows()) {
            throw new UnreadableWorkbook(
                    Reason.LIMIT_ROWS,
                    Sentence.of(
                            "Sheet '%s' has a row %d, beyond the limit of %d rows; send only the table.",
                            name, row, limits.rows()));
        }
        if (row == number) {
            remarks.add(
                    Remark.Kind.REPEATED_ROWS,
                    sheet,
                    "Row " + row + " of sheet '" + name + "' is stored in several pieces; they were put together.");
            hidden |= isHidden;
        } else {
            end();
            number = row;
            hidden = isHidden;
        }
        lastColumn = 0;
    }

    /** Passes over a column that is blank, so that a cell without an address comes to stand behind it. */
    void blank(int column) throws UnreadableWorkbook {
        if (column > limits.columns()) {
            throw new UnreadableWorkbook(
                    Reason.LIMIT_COLUMNS,
                    Sentence.of(
                            "Row %d of sheet '%s' reaches beyond the limit of %d columns; send only the table.",
                            number, name, limits.columns()));
        }
        lastColumn = column;
    }

    void cell(int column, CellValue value) throws UnreadableWorkbook {
        blank(column);
        ascending &= cells.isEmpty() || cells.get(cells.size() - 1).column() < column;
        cells.add(new Cell(number, column, value));
    }

    /** Hands the last row on. */
    void end() throws UnreadableWorkbook {
        if (cells.isEmpty()) {
            return;
        }
        lastValued = number;
        SheetRow row = new SheetRow(number, ascending ? cells : inOrder(), hidden);
        cells = new ArrayList<>(cells.size());
        ascending = true;
        clock.stop();
        try {
            goesOn = goesOn && handler.take(row);
        } finally {
            clock.start();
        }
    }

    /** Hands the last row on, and says so when the sheet pretends to be far longer than its values. */
    void endOfSheet() throws UnreadableWorkbook {
        end();
        if (number - lastValued >= LONG_EMPTY_TAIL) {
            remarks.add(
                    Remark.Kind.EMPTY_ROWS,
                    sheet,
                    Sentence.of(
                            "Sheet '%s' is formatted down to row %,d, but nothing stands below row %,d.",
                            name, number, lastValued));
        }
    }

    private List<Cell> inOrder() throws UnreadableWorkbook {
        List<Cell> sorted = new ArrayList<>(cells);
        sorted.sort(Comparator.comparingInt(Cell::column));
        List<Cell> each = new ArrayList<>(sorted.size());
        for (Cell cell : sorted) {
            Optional<Cell> before = each.isEmpty() ? Optional.empty() : Optional.of(each.get(each.size() - 1));
            if (before.isEmpty() || before.get().column() != cell.column()) {
                each.add(cell);
            } else if (before.get().value().equals(cell.value())) {
                remarks.add(
                        Remark.Kind.REPEATED_ROWS,
                        sheet,
                        Sentence.of(
                                "Row %d of sheet '%s' is stored twice with the same values; it was taken once.",
                                number, name));
            } else {
                throw new UnreadableWorkbook(
                        Reason.CORRUPT,
                        Sentence.of(
                                "Cell %s of sheet '%s' is stored twice, as '%s' and as '%s'; open the file in Excel, check that cell, save it again and send that.",
                                cell.address(),
                                name,
                                before.get().value().excerpt(),
                                cell.value().excerpt()));
            }
        }
        return each;
    }
}
