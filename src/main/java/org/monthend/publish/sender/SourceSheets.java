package org.monthend.publish.sender;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;

/** The sheets of a workbook of any format, to be copied cell by cell. */
public interface SourceSheets {

    List<Sheet> sheets();

    /** Gives the rows of a sheet from top to bottom. */
    void rows(int sheet, RowTaker taker) throws IOException;

    /**
     * One sheet.
     *
     * @param merged the ranges of merged cells, such as B2:D3
     */
    record Sheet(String name, boolean isHidden, List<String> merged) {}

    /** Takes one row; rows and columns are counted from 1. */
    @FunctionalInterface
    interface RowTaker {
        void take(int row, boolean isHidden, List<Cell> cells) throws IOException;
    }

    /** One cell that is not blank. */
    record Cell(int column, Content content) {}

    /** What a cell holds. */
    sealed interface Content {

        record Words(String text) implements Content {}

        /** @param percent whether it is shown as a percentage, 0.87 as 87% */
        record Figure(BigDecimal value, boolean percent) implements Content {}

        /** @param withTime whether the time of day is shown */
        record Day(LocalDateTime at, boolean withTime) implements Content {}

        record Length(Duration time) implements Content {}

        record Truth(boolean value) implements Content {}

        /** An error as a spreadsheet writes it, such as #N/A. */
        record Failure(String code) implements Content {}
    }
}
