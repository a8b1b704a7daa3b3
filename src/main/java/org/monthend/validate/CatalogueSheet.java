package org.monthend.validate;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private boolean hasHeadings;

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
            faults.add("%s!A1: there is no such sheet. Add it, with the headings %s."
                    .formatted(name, String.join(", ", headings)));
            return sheet;
        }
        workbook.rows(found.get(), sheet::add);
        List<String> missing = headings.stream()
                .filter(heading -> !sheet.columns.containsKey(FoldedName.of(heading)))
                .toList();
        missing.forEach(heading -> faults.add(
                "%s!A1: the heading '%s' is missing. Put it back into the first row.".formatted(name, heading)));
        sheet.hasHeadings = missing.isEmpty();
        return sheet;
    }

    private boolean add(SheetRow row) {
        List<Cell> cells = row.cells().stream()
                .filter(cell -> !CellWords.isBlank(cell.value()))
                .toList();
        if (cells.isEmpty()) {
            return true;
        }
        if (!columns.isEmpty()) {
            rows.add(new Row(row.number(), cells));
            return true;
        }
        for (Cell cell : cells) {
            String heading = CellWords.of(cell.value());
            if (columns.putIfAbsent(FoldedName.of(heading), cell.column()) != null) {
                faults.add("%s!%s: the heading '%s' stands twice. Take one of the two columns away."
                        .formatted(name, cell.address(), CellWords.quoted(heading)));
            }
        }
        return true;
    }

    boolean has(String heading) {
        return columns.containsKey(FoldedName.of(heading));
    }

    /** The rows; none when headings are missing. */
    List<Row> rows() {
        return hasHeadings ? rows : List.of();
    }

    /** Every row as a record; a row with a fault gives none, and the fault is noted. */
    <T> List<T> records(Function<Row, T> toRecord) {
        List<T> records = new ArrayList<>();
        for (Row row : rows()) {
            int before = faults.size();
            T made = toRecord.apply(row);
            if (faults.size() == before) {
                records.add(made);
            }
        }
        return records;
    }

    /** What the rows say under a heading, for references to them; empty when the sheet could not be read. */
    Optional<Set<String>> codes(String heading) {
        return hasHeadings
                ? Optional.of(rows.stream().map(row -> row.text(heading)).collect(Collectors.toSet()))
                : Optional.empty();
    }

    String name() {
        return name;
    }

    /** Notes rows that say the same key again; a key is the text under one or several headings. */
    void unique(String... headings) {
        Map<List<FoldedName>, Integer> seen = new HashMap<>();
        for (Row row : rows()) {
            List<FoldedName> key = Arrays.stream(headings)
                    .map(heading -> FoldedName.of(row.text(heading)))
                    .toList();
            String last = headings[headings.length - 1];
            Integer first = row.text(last).isEmpty() ? null : seen.putIfAbsent(key, row.number());
            if (first != null) {
                row.fault(
                        last,
                        "'" + CellWords.quoted(row.text(last)) + "' stands in row " + first + " already",
                        "Keep one of the two.");
            }
        }
    }

    /**
     * Notes names that two rows share: a return that calls one of them would be loaded as the other. The first heading
     * is the code.
     */
    void uniqueNames(Function<Row, String> within, String... headings) {
        Map<List<String>, Row> owners = new HashMap<>();
        for (Row row : rows()) {
            for (String heading : headings) {
                FoldedName folded = FoldedName.of(row.text(heading));
                Row owner = owners.computeIfAbsent(List.of(within.apply(row), folded.text()), name -> row);
                boolean sameCode = FoldedName.of(owner.text(headings[0])).equals(FoldedName.of(row.text(headings[0])));
                if (!folded.text().isEmpty() && owner != row && !sameCode) {
                    row.fault(
                            heading,
                            "'" + CellWords.quoted(row.text(heading)) + "' is what " + owner.text(headings[0])
                                    + " in row " + owner.number() + " is called",
                            "Give each a name of its own.");
                }
            }
        }
    }

    /** One record's row, its cells by heading. */
    final class Row {

        private final int number;
        private final List<Cell> cells;

        private Row(int number, List<Cell> cells) {
            this.number = number;
            this.cells = cells;
        }

        int number() {
            return number;
        }

        /** The text; empty when the cell is blank. A formula's error, or a formula without a value, is a fault. */
        String text(String heading) {
            Optional<CellValue> value = cell(heading).map(Cell::value);
            boolean readable = value.isEmpty()
                    || value.get() instanceof CellValue.Text
                    || value.get() instanceof CellValue.Number
                    || value.get() instanceof CellValue.Date
                    || value.get() instanceof CellValue.Moment;
            if (!readable) {
                fault(
                        heading,
                        "'" + value.get().excerpt() + "' cannot be used",
                        "Write the text or the figure itself.");
                return "";
            }
            return value.map(found -> CellWords.of(found).replace('\u00a0', ' ').strip())
                    .orElse("");
        }

        String required(String heading) {
            String text = text(heading);
            if (text.isEmpty()) {
                blank(heading);
            }
            return text;
        }

        private void blank(String heading) {
            if (cell(heading).isEmpty()) {
                fault(heading, "is blank", "Fill it in.");
            }
        }

        /** The code of something that another sheet lists. */
        String reference(String heading, CatalogueSheet other, String othersHeading) {
            String code = required(heading);
            boolean known = other.codes(othersHeading)
                    .map(codes -> codes.contains(code))
                    .orElse(true);
            if (!code.isEmpty() && !known) {
                unknown(heading, code, other);
            }
            return code;
        }

        /** Notes a code that another sheet does not list. */
        void unknown(String heading, String code, CatalogueSheet other) {
            fault(
                    heading,
                    "'" + CellWords.quoted(code) + "' is not in the catalogue",
                    "Add it to the sheet '" + other.name() + "', or correct the code.");
        }

        Optional<BigDecimal> number(String heading) {
            String text = text(heading);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            if (cell(heading).orElseThrow().value() instanceof CellValue.Number number) {
                return Optional.of(number.percentFormat() ? number.value().movePointRight(2) : number.value());
            }
            if (text.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")) {
                return Optional.of(new BigDecimal(text));
            }
            fault(
                    heading,
                    "'" + CellWords.quoted(text) + "' is not a number",
                    "Write a plain number, or leave the cell blank.");
            return Optional.empty();
        }

        /** A number that is needed, in its bounds. */
        int wholeNumber(String heading, int least, int most) {
            blank(heading);
            Optional<BigDecimal> number = number(heading);
            boolean right = number.isPresent()
                    && number.get().stripTrailingZeros().scale() <= 0
                    && number.get().compareTo(BigDecimal.valueOf(least)) >= 0
                    && number.get().compareTo(BigDecimal.valueOf(most)) <= 0;
            if (number.isPresent() && !right) {
                fault(
                        heading,
                        "'" + CellWords.quoted(text(heading)) + "' is not right",
                        "Write a whole number from " + least + " to " + most + ".");
            }
            return right ? number.get().intValueExact() : least;
        }

        Optional<ReportingMonth> month(String heading) {
            String text = text(heading);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            Optional<ReportingMonth> month = MonthWords.read(text);
            if (month.isEmpty()) {
                fault(
                        heading,
                        "'" + CellWords.quoted(text) + "' is not a month from 2000 to 2049",
                        "Write it as 2014-10.");
            }
            return month;
        }

        /** The months from one to another; a blank start is the first month that the warehouse knows. */
        Period period() {
            ReportingMonth from = month("From").orElse(new ReportingMonth(2000, 1));
            Optional<ReportingMonth> to = month("To");
            if (to.isPresent() && to.get().isBefore(from)) {
                fault("To", "'" + to.get() + "' is before the start", "Correct the one or the other.");
            }
            return new Period(from, to);
        }

        boolean flag(String heading) {
            String text = required(heading);
            if (!text.isEmpty() && !text.equalsIgnoreCase("y") && !text.equalsIgnoreCase("n")) {
                fault(heading, "'" + CellWords.quoted(text) + "' is neither y nor n", "Write y or n.");
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
                        "'" + CellWords.quoted(text(heading)) + "' is not known",
                        "Write one of: "
                                + String.join(
                                        ", ", Arrays.stream(values).map(word).toList()) + ".");
            }
            return found.orElse(values[0]);
        }

        /** Notes a fault, once. */
        void fault(String heading, String found, String remedy) {
            String fault = "%s!%s: %s %s. %s".formatted(name, address(heading), heading, found, remedy);
            if (!faults.contains(fault)) {
                faults.add(fault);
            }
        }

        private String address(String heading) {
            return CellAddress.columnLetters(column(heading)) + number;
        }

        private Optional<Cell> cell(String heading) {
            int column = column(heading);
            return cells.stream().filter(cell -> cell.column() == column).findFirst();
        }

        private int column(String heading) {
            return columns.getOrDefault(FoldedName.of(heading), 1);
        }
    }

    /** Months from one to another; open when it holds on. */
    record Period(ReportingMonth from, Optional<ReportingMonth> to) {

        boolean overlaps(Period other) {
            return to.map(last -> !last.isBefore(other.from)).orElse(true)
                    && other.to.map(last -> !last.isBefore(from)).orElse(true);
        }
    }
}
