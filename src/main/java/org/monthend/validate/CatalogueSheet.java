package org.monthend.validate;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.monthend.calendar.MonthWords;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.FoldedName;
import org.monthend.extract.CellWords;
import org.monthend.extract.format.Cell;
import org.monthend.extract.format.CellAddress;
import org.monthend.extract.format.CellValue;
import org.monthend.extract.format.SheetInfo;
import org.monthend.extract.format.SheetRow;
import org.monthend.extract.format.Workbook;

/** One sheet of the catalogue: a header in its first row, one record in each row below it. */
final class CatalogueSheet {

    private final String name;
    private final List<String> faults;
    private final Map<FoldedName, Integer> columns = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    private CatalogueSheet(String name, List<String> faults) {
        this.name = name;
        this.faults = faults;
    }

    /** Reads the sheet; what is wrong is added to the faults, and the sheet then has no rows. */
    static CatalogueSheet read(Workbook workbook, String name, List<String> headings, List<String> faults)
            throws IOException {
        CatalogueSheet sheet = new CatalogueSheet(name, faults);
        Optional<SheetInfo> found = workbook.sheets().stream()
                .filter(info -> FoldedName.of(info.name()).equals(FoldedName.of(name)))
                .findFirst();
        if (found.isEmpty()) {
            faults.add("The catalogue has no sheet '" + name + "'. Add it, with the headings "
                    + String.join(", ", headings) + ".");
            return sheet;
        }
        workbook.rows(found.get(), sheet::add);
        List<String> missing = headings.stream()
                .filter(heading -> !sheet.columns.containsKey(FoldedName.of(heading)))
                .toList();
        if (!missing.isEmpty()) {
            faults.add("%s!A1: the heading '%s' is missing. Put it back into the first row."
                    .formatted(name, String.join("', '", missing)));
            sheet.rows.clear();
        }
        return sheet;
    }

    private boolean add(SheetRow row) {
        if (columns.isEmpty()) {
            row.cells().forEach(cell -> columns.putIfAbsent(FoldedName.of(CellWords.of(cell.value())), cell.column()));
        } else if (row.cells().stream()
                .anyMatch(cell -> !CellWords.of(cell.value()).isBlank())) {
            rows.add(new Row(row));
        }
        return true;
    }

    /** Every row as a record; a row with a fault gives none, and the fault is noted. */
    <T> List<T> records(Function<Row, T> toRecord) {
        List<T> records = new ArrayList<>();
        for (Row row : rows) {
            int before = faults.size();
            T made = toRecord.apply(row);
            if (faults.size() == before) {
                records.add(made);
            }
        }
        return records;
    }

    /** Notes rows that say the same key again. */
    void uniqueBy(Function<Row, String> key) {
        Map<FoldedName, Integer> seen = new HashMap<>();
        for (Row row : rows) {
            Integer first = seen.putIfAbsent(FoldedName.of(key.apply(row)), row.number());
            if (first != null) {
                faults.add("%s!A%d: '%s' stands in row %d already. Keep one of the two."
                        .formatted(name, row.number(), key.apply(row), first));
            }
        }
    }

    /** One record's row, its cells by heading. */
    final class Row {

        private final SheetRow row;

        private Row(SheetRow row) {
            this.row = row;
        }

        int number() {
            return row.number();
        }

        /** The text; empty when the cell is blank. */
        String text(String heading) {
            return cell(heading).map(cell -> CellWords.of(cell.value()).strip()).orElse("");
        }

        String required(String heading) {
            String text = text(heading);
            if (text.isEmpty()) {
                fault(heading, "is blank", "Fill it in.");
            }
            return text;
        }

        Optional<BigDecimal> number(String heading) {
            Optional<Cell> cell = cell(heading);
            if (cell.isEmpty() || text(heading).isEmpty()) {
                return Optional.empty();
            }
            if (cell.get().value() instanceof CellValue.Number number) {
                return Optional.of(number.percentFormat() ? number.value().movePointRight(2) : number.value());
            }
            if (text(heading).matches("-?[0-9]+(\\.[0-9]+)?")) {
                return Optional.of(new BigDecimal(text(heading)));
            }
            fault(heading, "'" + text(heading) + "' is not a number", "Write a plain number, or leave the cell blank.");
            return Optional.empty();
        }

        int wholeNumber(String heading) {
            Optional<BigDecimal> number = number(heading);
            if (number.isEmpty() || number.get().stripTrailingZeros().scale() > 0) {
                fault(heading, "is not a whole number", "Write one.");
                return 0;
            }
            return number.get().intValue();
        }

        Optional<ReportingMonth> month(String heading) {
            String text = text(heading);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            Optional<ReportingMonth> month = cell(heading)
                    .filter(cell -> cell.value() instanceof CellValue.Date)
                    .map(cell -> ReportingMonth.of(((CellValue.Date) cell.value()).day()))
                    .or(() -> MonthWords.read(text));
            if (month.isEmpty()) {
                fault(heading, "'" + text + "' is not a month", "Write it as 2014-10.");
            }
            return month;
        }

        /** A blank cell stands for the first month that the warehouse knows. */
        ReportingMonth from(String heading) {
            return month(heading).orElse(new ReportingMonth(2000, 1));
        }

        boolean flag(String heading) {
            String text = required(heading);
            if (!text.isEmpty() && !text.equalsIgnoreCase("y") && !text.equalsIgnoreCase("n")) {
                fault(heading, "'" + text + "' is neither y nor n", "Write y or n.");
            }
            return text.equalsIgnoreCase("y");
        }

        /** One of an enum's words. */
        <E extends Enum<E>> E choice(String heading, E[] values, Function<E, String> word) {
            FoldedName text = FoldedName.of(required(heading));
            Optional<E> found = Arrays.stream(values)
                    .filter(value -> FoldedName.of(word.apply(value)).equals(text))
                    .findFirst();
            if (found.isEmpty() && !text.text().isEmpty()) {
                fault(
                        heading,
                        "'" + text(heading) + "' is not known",
                        "Write one of: "
                                + String.join(
                                        ", ", Arrays.stream(values).map(word).toList()) + ".");
            }
            return found.orElse(values[0]);
        }

        void fault(String heading, String found, String remedy) {
            faults.add("%s!%s: the %s %s. %s"
                    .formatted(name, address(heading), heading.toLowerCase(Locale.ROOT), found, remedy));
        }

        private String address(String heading) {
            return CellAddress.columnLetters(column(heading)) + row.number();
        }

        private Optional<Cell> cell(String heading) {
            int column = column(heading);
            return row.cells().stream().filter(cell -> cell.column() == column).findFirst();
        }

        private int column(String heading) {
            return columns.getOrDefault(FoldedName.of(heading), 1);
        }
    }
}
