package org.monthend.extract.format;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;

/** Reads the rows of one sheet of an .ods, in one pass; what is repeated and blank is only counted. */
final class OdsRows {

    static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

    /** LibreOffice's extension, in which alone it says that a value is an error. */
    private static final String EXTENSION = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";

    private static final Pattern ERROR =
            Pattern.compile("#(DIV/0!|N/A|NAME\\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|GETTING_DATA)|Err:\\d{3}");

    /** A million rows of twenty columns: what a sheet may say in a few words but nobody typed. */
    private static final long MOST_REPEATED_CELLS = 20_000_000;

    /** Takes one merged range. */
    interface RangeTaker {
        void take(MergedRange range) throws UnreadableWorkbook;
    }

    private final String sheet;
    private final XmlPart xml;
    private final OdsStyles styles;
    private final Optional<DateSystem> dates;
    private final OdsText text;
    private final RowGathering rows;
    private final RangeTaker ranges;
    private final Remarks remarks;
    private final ReadLimits limits;
    private final ReadingClock clock;

    private final List<String> hiddenColumns = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final List<MergedRange> spans = new ArrayList<>();

    /** Rows and columns passed so far; a blank rest may lead beyond every limit. */
    private long row;

    private long column;
    private long columnsDescribed;
    private long repeatedCells;
    private int hiddenGroups;

    /** The style of cells without one of their own, by the last column that it is for. */
    private final NavigableMap<Long, String> columnStyles = new TreeMap<>();

    private String rowStyle = "";

    /** @param dates how the workbook counts days, empty when it is in none of the known ways */
    OdsRows(
            String sheet,
            XmlPart xml,
            OdsStyles styles,
            Optional<DateSystem> dates,
            RowGathering rows,
            RangeTaker ranges,
            Remarks remarks,
            ReadLimits limits,
            ReadingClock clock) {
        this.sheet = sheet;
        this.xml = xml;
        this.styles = styles;
        this.dates = dates;
        this.text = new OdsText(styles, limits);
        this.rows = rows;
        this.ranges = ranges;
        this.remarks = remarks;
        this.limits = limits;
        this.clock = clock;
    }

    /** Gives every row of the table just started to the gathering until it wants no more. */
    void read() throws IOException {
        xml.describeAs(() -> Refusals.place(sheet, rows.number(), rows.lastColumn()));
        readTable();
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

    private void readTable() throws IOException {
        int open = xml.depth();
        while (rows.goesOn() && xml.nextStartWithin(open)) {
            switch (xml.name()) {
                case "table-column" -> readColumns();
                case "table-row" -> readRow();
                case "table-row-group" -> {
                    boolean closed = xml.attribute(TABLE, "display")
                            .filter("false"::equals)
                            .isPresent();
                    hiddenGroups += closed ? 1 : 0;
                    readTable();
                    hiddenGroups -= closed ? 1 : 0;
                }
                case "table-rows", "table-header-rows", "table-columns", "table-header-columns", "table-column-group" ->
                    readTable();
                case "table-source" -> {
                    remarks.add(Remark.Kind.EXTERNAL_LINKS, Remark.LINKS_NOT_FOLLOWED);
                    xml.skip();
                }
                default -> xml.skip(); // pictures, forms, names
            }
        }
    }

    private void readColumns() throws IOException {
        long first = columnsDescribed + 1;
        columnsDescribed += count("number-columns-repeated");
        if (first <= limits.columns()) {
            columnStyles.put(columnsDescribed, defaultStyle());
        }
        if (isHidden() && hiddenColumns.size() < 20 && first <= limits.columns()) {
            String from = CellAddress.columnLetters((int) first);
            String to = CellAddress.columnLetters((int) Math.min(columnsDescribed, limits.columns()));
            hiddenColumns.add(from.equals(to) ? from : from + ":" + to);
        }
        xml.skip();
    }

    private String defaultStyle() {
        return xml.attribute(TABLE, "default-cell-style-name").orElse("");
    }

    private boolean isHidden() {
        String visibility = xml.attribute(TABLE, "visibility").orElse("");
        return visibility.equals("collapse") || visibility.equals("filter");
    }

    private void readRow() throws IOException {
        int repeats = count("number-rows-repeated");
        boolean hidden = isHidden() || hiddenGroups > 0;
        rowStyle = defaultStyle();
        cells.clear();
        spans.clear();
        column = 0;
        int open = xml.depth();
        while (xml.nextStartWithin(open)) {
            if (xml.isAt("table-cell") || xml.isAt("covered-table-cell")) {
                readCell();
            } else {
                xml.skip();
            }
        }
        give(repeats, hidden);
        row += repeats;
    }

    private void give(int repeats, boolean hidden) throws UnreadableWorkbook {
        repeatedCells += (long) (repeats - 1) * cells.size();
        refuseTooManyRepeats();
        boolean empty = cells.isEmpty() && spans.isEmpty();
        for (int i = 1; i <= repeats && !empty && rows.goesOn(); i++) {
            int number = (int) Math.min(row + i, Integer.MAX_VALUE);
            for (MergedRange span : spans) {
                ranges.take(new MergedRange(
                        number, span.firstColumn(), number + span.lastRow() - span.firstRow(), span.lastColumn()));
            }
            if (!cells.isEmpty()) {
                rows.begin(number, hidden);
            }
            for (int j = 0; j < cells.size() && rows.goesOn(); j++) {
                rows.cell(cells.get(j).column(), cells.get(j).value());
            }
            clock.check();
        }
    }

    private void refuseTooManyRepeats() throws UnreadableWorkbook {
        if (repeatedCells > MOST_REPEATED_CELLS) {
            throw new UnreadableWorkbook(
                    Reason.LIMIT_RATIO,
                    Sentence.of(
                            "Sheet '%s' repeats values to more than %,d cells, as no table does; delete what fills the rest of the sheet and send only the table.",
                            Excerpt.of(sheet), MOST_REPEATED_CELLS));
        }
    }

    /** How often an element stands for itself, or how far it reaches. */
    private int count(String attribute) throws UnreadableWorkbook {
        Optional<String> count = xml.attribute(TABLE, attribute);
        if (count.isEmpty()) {
            return 1;
        }
        if (!count.get().matches("0*[1-9]\\d{0,8}")) {
            throw Refusals.damaged(
                    Refusals.place(sheet, rows.number(), rows.lastColumn()),
                    new IOException(attribute + " " + count.get()));
        }
        return Integer.parseInt(count.get());
    }

    private void readCell() throws IOException {
        int repeats = count("number-columns-repeated");
        int columnsSpanned = count("number-columns-spanned");
        int rowsSpanned = count("number-rows-spanned");
        Optional<CellValue> value = readValue();
        if ((columnsSpanned > 1 || rowsSpanned > 1) && column < limits.columns()) {
            int first = (int) column + 1;
            spans.add(new MergedRange(1, first, rowsSpanned, first + columnsSpanned - 1));
        }
        if (value.isPresent()) {
            refuseBeyondLimit(column + repeats);
            repeatedCells += repeats - 1;
            refuseTooManyRepeats();
            for (int i = 1; i <= repeats; i++) {
                cells.add(new Cell(1, (int) column + i, value.get()));
            }
        }
        column += repeats;
    }

    private void refuseBeyondLimit(long last) throws UnreadableWorkbook {
        if (last > limits.columns()) {
            throw new UnreadableWorkbook(
                    Reason.LIMIT_COLUMNS,
                    Sentence.of(
                            "Row %d of sheet '%s' reaches beyond the limit of %d columns; send only the table.",
                            row + 1, Excerpt.of(sheet), limits.columns()));
        }
    }

    private Optional<CellValue> readValue() throws IOException {
        boolean isError =
                xml.attribute(EXTENSION, "value-type").filter("error"::equals).isPresent();
        String type = xml.attribute(OFFICE, "value-type").orElse("");
        String style = xml.attribute(TABLE, "style-name").orElseGet(this::inheritedStyle);
        Optional<String> formula = xml.attribute(TABLE, "formula");
        Optional<String> stored = xml.attribute(OFFICE, attributeOf(type));
        readText();
        String shown = text.shown();
        if (formula.isPresent() && formula.get().contains("'#")) {
            remarks.add(Remark.Kind.EXTERNAL_LINKS, Remark.LINKS_NOT_FOLLOWED);
        }
        boolean isTyped = type.isEmpty() || type.equals("string");
        if (isError
                || ((formula.isPresent() || !isTyped) && ERROR.matcher(shown).matches())) {
            return Optional.of(new CellValue.Error(shown)); // Excel stores 0 with an error, as if it were a number
        }
        boolean computed = stored.isPresent() || (type.equals("string") && text.hasParagraph());
        if (formula.isPresent() && !computed && shown.isEmpty()) {
            return Optional.of(
                    new CellValue.UncomputedFormula(Excerpt.of(formula.get().replaceFirst("^([A-Za-z]+:)?=", ""))));
        }
        return isTyped ? textOf(stored) : Optional.of(valueOf(type, stored.orElse(""), shown, style));
    }

    private String inheritedStyle() {
        Map.Entry<Long, String> ofColumn = columnStyles.ceilingEntry(column + 1);
        return rowStyle.isEmpty() && ofColumn != null ? ofColumn.getValue() : rowStyle;
    }

    private static String attributeOf(String type) {
        return switch (type) {
            case "date" -> "date-value";
            case "time" -> "time-value";
            case "boolean" -> "boolean-value";
            case "string", "" -> "string-value";
            default -> "value";
        };
    }

    private void readText() throws IOException {
        text.clear();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            if (xml.isAt("p")) {
                text.readParagraph(xml);
            } else {
                xml.skip(); // comments and pictures
            }
        }
    }

    private Optional<CellValue> textOf(Optional<String> stored) {
        if (stored.isEmpty()) {
            return text.value();
        }
        return stored.get().length() > limits.cellCharacters()
                ? Optional.of(CellText.tooLong(stored.get()))
                : CellText.valueOf(stored.get(), "");
    }

    private CellValue valueOf(String type, String stored, String shown, String style) {
        return switch (type) {
            case "float", "currency", "percentage" ->
                ExactNumber.parse(stored.toCharArray(), 0, stored.length())
                        .map(number ->
                                number(number, type.equals("percentage") ? NumberKind.PERCENTAGE : styles.kind(style)))
                        .orElseGet(() -> unreadable(CellValue.Fault.NOT_A_NUMBER, stored, shown));
            case "date" ->
                IsoDate.parse(stored)
                        .map(IsoDate::value)
                        .orElseGet(() -> unreadable(CellValue.Fault.NOT_A_DATE, stored, shown));
            case "time" ->
                IsoDate.parseDuration(stored)
                        .<CellValue>map(CellValue.Elapsed::new)
                        .orElseGet(() -> unreadable(CellValue.Fault.NOT_A_DATE, stored, shown));
            case "boolean" ->
                stored.equals("true") || stored.equals("false")
                        ? new CellValue.Logical(stored.equals("true"))
                        : unreadable(CellValue.Fault.UNKNOWN_KIND, stored, shown);
            default -> unreadable(CellValue.Fault.UNKNOWN_KIND, stored, shown);
        };
    }

    /** Most programs write a date as one; some write its serial number and leave it to the number format. */
    private CellValue number(BigDecimal number, NumberKind kind) {
        NumberKind known = kind == NumberKind.DAY && dates.isEmpty() ? NumberKind.UNKNOWN : kind;
        return known.valueOf(number, dates.orElse(DateSystem.FROM_1900));
    }

    private static CellValue unreadable(CellValue.Fault fault, String stored, String shown) {
        return new CellValue.Unreadable(fault, Excerpt.of(stored.isEmpty() ? shown : stored));
    }
}
