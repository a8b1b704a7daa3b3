package org.monthend.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A valid return of nine rows that is spoilt in one to three ways by a seed. Beside the file it keeps what may be loaded
 * of it: worked out from the mutations alone, without a line of the product.
 */
final class MutatedReturn {

    private static final List<String> HEADINGS = List.of(
            "Org code", "Org name", "Measure code", "Month", "Numerator", "Denominator", "Value", "Target", "Comment");
    private static final List<String> ORGANISATIONS = List.of("RF4", "R1H", "RQM");
    private static final List<String> MEASURES = List.of("M01", "M02", "M03");

    private static final int ORGANISATION = 0;
    private static final int MEASURE = 2;
    private static final int MONTH = 3;
    private static final int NUMERATOR = 4;
    private static final int DENOMINATOR = 5;
    private static final int VALUE = 6;

    /** What no steward would take for the number 12. */
    private static final List<Object> NO_NUMBERS = List.of(
            "twelve",
            "1,2",
            "1.234,5",
            "12 approx",
            "<5",
            ">95",
            "10-19",
            "1O",
            "l2",
            "12..5",
            "--",
            "1e",
            "#REF!",
            "12;13",
            "٣٤",
            "c",
            "0x0C",
            "12%",
            "£12",
            "1 2 3",
            "(twelve)",
            "=12",
            FormulaError.NA,
            FormulaError.DIV0,
            true);

    private final Random random;
    private final List<List<Object>> rows = new ArrayList<>();
    private final Map<String, Set<String>> allowed = new HashMap<>();
    private final List<String> said = new ArrayList<>();
    private final Set<List<Object>> touched = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<List<Object>> above = new ArrayList<>();
    private List<String> headings = HEADINGS;
    private List<Integer> columnOrder = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8);
    private boolean hiddenSheet;
    private boolean headingsSwapped;
    private int bytesToSpoil;

    /** Spoilt in one to three ways. */
    MutatedReturn(long seed) {
        this(new Random(seed));
        int mutations = 1 + random.nextInt(3);
        for (int i = 0; i < mutations; i++) {
            mutate(random.nextInt(20));
        }
    }

    /** A valid return. */
    MutatedReturn(Random random) {
        this.random = random;
        for (String organisation : ORGANISATIONS) {
            for (String measure : MEASURES) {
                int denominator = 50 + random.nextInt(200);
                int numerator = random.nextInt(denominator) + 1;
                rows.add(new ArrayList<>(List.of(
                        organisation,
                        "Organisation " + organisation,
                        measure,
                        "2015-12",
                        (double) numerator,
                        (double) denominator,
                        (double) numerator / denominator,
                        0.25,
                        "")));
                allow(organisation, measure, "2015-12", numerator, denominator);
            }
        }
    }

    /** For each organisation, measure and month the figures that may be loaded, as numerator/denominator. */
    Map<String, Set<String>> allowed() {
        return allowed;
    }

    /** What was done to the return, for the message of a failure. */
    @Override
    public String toString() {
        return String.join("; ", said);
    }

    private void allow(Object organisation, Object measure, String month, double numerator, double denominator) {
        allowed.computeIfAbsent(organisation + " " + measure + " " + month, key -> new HashSet<>())
                .add(plain(numerator) + "/" + plain(denominator));
    }

    static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private void forbid(List<Object> row) {
        allowed.remove(row.get(ORGANISATION) + " " + row.get(MEASURE) + " 2015-12");
    }

    /** A row that no other mutation has touched: two on one row may undo each other. */
    private List<Object> row() {
        List<List<Object>> untouched =
                rows.stream().filter(row -> !touched.contains(row)).toList();
        List<Object> row = untouched.get(random.nextInt(untouched.size()));
        touched.add(row);
        return row;
    }

    private void mutate(int kind) {
        switch (kind) {
            case 0, 1, 2 -> junkNumber();
            case 3 -> otherScale();
            case 4 -> numberAsText();
            case 5 -> unknown(ORGANISATION, List.of("RF4x", "RF44", "ЯF4", "", "Total", "England"));
            case 6 -> unknown(MEASURE, List.of("М01", "M1", "M0l", "", "M01;M02", "XX99"));
            case 7 -> otherMonth();
            case 8 -> unknown(MONTH, List.of("15-Dec", "Dec", "13/13/2015", "2015-13", "", "soon", 201512.0));
            case 9 -> repeat();
            case 10 -> totals();
            case 11 -> moveColumns();
            case 12 -> shuffleRows();
            case 13 -> renameHeading();
            case 14 -> swapHeadings();
            case 15 -> rowsAbove();
            case 16 -> hideAnotherTable();
            case 17 -> blankRows();
            case 18 -> negative();
            default -> {
                bytesToSpoil = 1 + random.nextInt(20);
                said.add(bytesToSpoil + " bytes spoilt");
            }
        }
    }

    private void junkNumber() {
        List<Object> row = row();
        int column = random.nextBoolean() ? NUMERATOR : DENOMINATOR;
        Object junk = NO_NUMBERS.get(random.nextInt(NO_NUMBERS.size()));
        forbid(row);
        row.set(column, junk);
        said.add(junk + " as a number");
    }

    private void otherScale() {
        List<Object> row = row();
        if (row.get(VALUE) instanceof Double value) {
            forbid(row);
            row.set(VALUE, value * 100 + 1);
            said.add("a value on another scale");
        }
    }

    private void numberAsText() {
        List<Object> row = row();
        if (row.get(NUMERATOR) instanceof Double number) {
            row.set(NUMERATOR, plain(number));
            said.add("a number as text");
        }
    }

    private void unknown(int column, List<Object> names) {
        List<Object> row = row();
        forbid(row);
        Object name = names.get(random.nextInt(names.size()));
        row.set(column, name);
        said.add("'" + name + "' in column " + column);
    }

    private void otherMonth() {
        List<Object> row = row();
        if (row.get(NUMERATOR) instanceof Double numerator
                && row.get(DENOMINATOR) instanceof Double denominator
                && "2015-12".equals(row.get(MONTH))) {
            forbid(row);
            allow(row.get(ORGANISATION), row.get(MEASURE), "2015-11", numerator, denominator);
            row.set(MONTH, "2015-11");
            said.add("another month");
        }
    }

    /** The same row again, or one that contradicts it: then neither may be loaded. */
    private void repeat() {
        List<Object> row = row();
        List<Object> again = new ArrayList<>(row);
        if (random.nextBoolean() && row.get(DENOMINATOR) instanceof Double denominator) {
            again.set(NUMERATOR, 0.0);
            again.set(DENOMINATOR, denominator);
            again.set(VALUE, 0.0);
            forbid(row);
            said.add("a row that contradicts another");
        } else {
            said.add("a row twice");
        }
        touched.add(again);
        rows.add(random.nextInt(rows.size() + 1), again);
    }

    private void totals() {
        List<Object> total = new ArrayList<>(rows.get(0));
        total.set(ORGANISATION, "Total");
        total.set(NUMERATOR, 999.0);
        touched.add(total);
        rows.add(total);
        said.add("a total");
    }

    private void moveColumns() {
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8));
        Collections.shuffle(order, random);
        headings = order.stream().map(headings::get).toList();
        columnOrder = order.stream().map(columnOrder::get).toList();
        said.add("columns moved");
    }

    private void shuffleRows() {
        Collections.shuffle(rows, random);
        said.add("rows moved");
    }

    private void renameHeading() {
        List<String> renamed = new ArrayList<>(headings);
        String old = List.of("Org code", "Measure code", "Month", "Numerator", "Denominator")
                .get(random.nextInt(5));
        int place = renamed.indexOf(old);
        if (place >= 0) {
            renamed.set(place, old + " (new)");
            headings = renamed;
            allowed.clear();
            said.add("heading " + old + " renamed");
        }
    }

    /** What was counted stands under the other heading: nothing of it is right unless both are the same. */
    private void swapHeadings() {
        List<String> swapped = new ArrayList<>(headings);
        int one = swapped.indexOf("Numerator");
        int other = swapped.indexOf("Denominator");
        if (one >= 0 && other >= 0 && !headingsSwapped) {
            headingsSwapped = true;
            Collections.swap(swapped, one, other);
            headings = swapped;
            allowed.values()
                    .forEach(figures -> figures.removeIf(figure -> {
                        String[] parts = figure.split("/");
                        return !parts[0].equals(parts[1]);
                    }));
            said.add("headings swapped");
        }
    }

    private void rowsAbove() {
        above.add(List.of("Monthly return"));
        above.add(List.of("", "Prepared for December 2015"));
        above.add(List.of());
        said.add("title rows above");
    }

    private void hideAnotherTable() {
        hiddenSheet = true;
        said.add("a hidden sheet with other figures");
    }

    private void blankRows() {
        List<Object> blank = new ArrayList<>(Collections.nCopies(9, ""));
        touched.add(blank);
        rows.add(random.nextInt(rows.size()), blank);
        said.add("a blank row");
    }

    private void negative() {
        List<Object> row = row();
        if (row.get(NUMERATOR) instanceof Double number) {
            forbid(row);
            row.set(NUMERATOR, -number - 1);
            said.add("a negative numerator");
        }
    }

    /** Rows and columns in another order say the same. */
    void permute() {
        moveColumns();
        shuffleRows();
    }

    /** The return as every kind of file that a spreadsheet program saves it as. */
    List<Path> writeAll(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(Files.write(folder.resolve("a-2015-12.xlsx"), workbook(new XSSFWorkbook())));
        files.add(Files.write(folder.resolve("b-2015-12.xls"), workbook(new HSSFWorkbook())));
        files.add(Files.write(folder.resolve("c-2015-12.csv"), text(",").getBytes(StandardCharsets.UTF_8)));
        files.add(
                Files.write(folder.resolve("d-2015-12.csv"), ("\ufeff" + text(";")).getBytes(StandardCharsets.UTF_8)));
        files.add(Files.write(folder.resolve("e-2015-12.csv"), text("\t").getBytes(StandardCharsets.UTF_16)));
        files.add(Files.write(
                folder.resolve("f-2015-12.csv"),
                text(",").replace("Organisation R1H", "Organisation – £").getBytes(Charset.forName("windows-1252"))));
        files.add(Files.write(
                folder.resolve("g-2015-12.csv"), ("sep=;\r\n" + text(";")).getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    /** Writes the return as a workbook or as text, and spoils its bytes where that is one of the mutations. */
    Path write(Path folder) throws IOException {
        int format = random.nextInt(4);
        Path file;
        byte[] bytes;
        switch (format) {
            case 0 -> {
                file = folder.resolve("return-2015-12.xls");
                bytes = workbook(new HSSFWorkbook());
                // An .xls carries no checksum: a spoilt digit there is a digit.
                bytesToSpoil = 0;
            }
            case 1 -> {
                file = folder.resolve("return-2015-12.csv");
                bytes = text();
                bytesToSpoil = 0;
            }
            default -> {
                file = folder.resolve("return-2015-12.xlsx");
                bytes = workbook(new XSSFWorkbook());
            }
        }
        said.add(file.getFileName().toString());
        return Files.write(file, spoilt(bytes));
    }

    private byte[] spoilt(byte[] bytes) {
        if (bytesToSpoil == 0) {
            return bytes;
        }
        if (random.nextInt(4) == 0) {
            said.add("cut");
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        byte[] spoilt = bytes.clone();
        for (int i = 0; i < bytesToSpoil; i++) {
            spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
        }
        return spoilt;
    }

    private byte[] workbook(Workbook workbook) throws IOException {
        try (workbook;
                OutputStream out = new ByteArrayOutputStream()) {
            if (hiddenSheet) {
                Sheet hidden = workbook.createSheet("Old");
                row(hidden, List.copyOf(HEADINGS));
                row(hidden, List.of("RF4", "", "M01", "2015-12", 1.0, 7777.0, 1.0 / 7777, "", ""));
            }
            Sheet sheet = workbook.createSheet("Return");
            if (hiddenSheet) {
                workbook.setSheetHidden(0, true);
                workbook.setActiveSheet(1);
            }
            CellStyle percent = workbook.createCellStyle();
            percent.setDataFormat(workbook.createDataFormat().getFormat("0%"));
            above.forEach(line -> row(sheet, line));
            row(sheet, List.copyOf(headings));
            rows.forEach(line -> row(sheet, ordered(line)));
            workbook.write(out);
            return ((ByteArrayOutputStream) out).toByteArray();
        }
    }

    private List<Object> ordered(List<Object> line) {
        return columnOrder.stream().map(line::get).toList();
    }

    private static void row(Sheet sheet, List<?> values) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int column = 0; column < values.size(); column++) {
            Object value = values.get(column);
            Cell cell = row.createCell(column);
            if (value instanceof Double number) {
                cell.setCellValue(number);
            } else if (value instanceof Boolean flag) {
                cell.setCellValue(flag);
            } else if (value instanceof FormulaError error) {
                cell.setCellErrorValue(error.getCode());
            } else if (value.equals("=12")) {
                cell.setCellFormula("6+6");
            } else if (!value.toString().isEmpty()) {
                cell.setCellValue(value.toString());
            }
        }
    }

    private byte[] text() {
        String delimiter = List.of(",", ";", "\t").get(random.nextInt(3));
        Charset charset = random.nextInt(3) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        said.add(charset + " '" + delimiter + "'");
        return text(delimiter).getBytes(charset);
    }

    private String text(String delimiter) {
        List<List<?>> lines = new ArrayList<>(above);
        lines.add(headings);
        rows.forEach(line -> lines.add(ordered(line)));
        return lines.stream()
                .map(line -> line.stream().map(MutatedReturn::quoted).collect(Collectors.joining(delimiter)))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String quoted(Object value) {
        String text = value instanceof Double number
                ? plain(number)
                : value instanceof FormulaError error ? error.getString() : value.toString();
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
