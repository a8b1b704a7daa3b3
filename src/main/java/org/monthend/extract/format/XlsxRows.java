package org.monthend.extract.format;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import org.codehaus.stax2.typed.TypedValueDecoder;

/** Reads the rows of one sheet part of an .xlsx, in one pass. */
final class XlsxRows {

    /** What the attribute t says a cell's value is. */
    private enum Kind {
        NUMBER,
        SHARED_STRING,
        INLINE_STRING,
        FORMULA_STRING,
        LOGICAL,
        ERROR,
        DATE,
        UNKNOWN
    }

    private static final int FORMULA_CHARACTERS = 8192;

    private final String sheet;
    private final XmlPart xml;
    private final SharedStrings strings;
    private final CellFormats formats;
    private final DateSystem dates;
    private final RowGathering rows;
    private final Remarks remarks;

    private final Captured captured = new Captured();
    private final GatheredText text;
    private final GatheredText formula = new GatheredText(FORMULA_CHARACTERS);
    private final RichText inline;

    private int column;
    private int style;
    private Kind kind = Kind.NUMBER;

    XlsxRows(
            String sheet,
            XmlPart xml,
            SharedStrings strings,
            CellFormats formats,
            DateSystem dates,
            RowGathering rows,
            Remarks remarks,
            ReadLimits limits) {
        this.sheet = sheet;
        this.xml = xml;
        this.strings = strings;
        this.formats = formats;
        this.dates = dates;
        this.rows = rows;
        this.remarks = remarks;
        this.text = new GatheredText(limits.cellCharacters());
        this.inline = new RichText(limits);
    }

    /** Gives every row to the gathering until it wants no more. */
    void read() throws IOException {
        xml.describeAs(() -> Refusals.place(sheet, rows.number(), rows.lastColumn()));
        while (rows.goesOn() && xml.nextStart()) {
            switch (xml.name()) {
                case "cols" -> readColumns();
                case "sheetData" -> readSheetData();
                default -> {
                    // everything else is about looks, or stands after the rows
                }
            }
        }
        if (rows.goesOn()) {
            rows.endOfSheet();
        }
    }

    private void readColumns() throws IOException {
        int open = xml.depth();
        List<String> hidden = new ArrayList<>();
        while (xml.nextStartWithin(open)) {
            if (xml.isAt("col") && xml.isSet("hidden") && hidden.size() < 20) {
                int first = xml.number("min").orElse(0);
                int last = xml.number("max").orElse(first);
                String letters = CellAddress.columnLetters(first);
                hidden.add(first == last ? letters : letters + ":" + CellAddress.columnLetters(last));
            }
        }
        if (!hidden.isEmpty()) {
            remarks.add(
                    Remark.Kind.HIDDEN_COLUMNS,
                    sheet,
                    Sentence.of(
                            "Sheet '%s' has hidden columns (%s); they were read like all others.",
                            Excerpt.of(sheet), String.join(", ", hidden)));
        }
    }

    private void readSheetData() throws IOException {
        int open = xml.depth();
        while (rows.goesOn() && xml.nextStartWithin(open)) {
            if (xml.isAt("row")) {
                readRow();
            } else {
                xml.skip();
            }
        }
    }

    private void readRow() throws IOException {
        int number = rows.number() + 1;
        boolean hidden = false;
        for (int i = 0; i < xml.attributeCount(); i++) {
            String name = xml.attributeName(i);
            if (name.equals("r") && xml.isPlainAttribute(i)) {
                xml.decode(i, captured);
                number = captured.text.index();
            } else if (name.equals("hidden")) {
                hidden = xml.isSet(name);
            }
        }
        rows.begin(number, hidden);
        if (!rows.goesOn()) {
            return;
        }
        int open = xml.depth();
        while (xml.nextStartWithin(open)) {
            if (xml.isAt("c")) {
                readCell();
            } else {
                xml.skip();
            }
        }
    }

    private void readCell() throws IOException {
        readAttributes();
        text.clear();
        formula.clear();
        boolean hasFormula = false;
        boolean hasValue = false;
        Optional<CellValue> inlineValue = Optional.empty();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            switch (xml.name()) {
                case "v" -> {
                    text.clear();
                    xml.gatherText(text);
                    hasValue = true;
                }
                case "f" -> {
                    xml.gatherText(formula);
                    hasFormula = true;
                }
                case "is" -> {
                    inlineValue = inline.read(xml);
                    kind = Kind.INLINE_STRING;
                }
                default -> xml.skip();
            }
        }
        boolean uncomputed =
                hasFormula && inlineValue.isEmpty() && (kind == Kind.FORMULA_STRING ? !hasValue : text.length() == 0);
        Optional<CellValue> value =
                uncomputed ? Optional.of(new CellValue.UncomputedFormula(formula.toString())) : value(inlineValue);
        if (value.isPresent()) {
            rows.cell(column, value.get());
        } else {
            rows.blank(column);
        }
    }

    private void readAttributes() throws UnreadableWorkbook {
        column = rows.lastColumn() + 1;
        style = 0;
        kind = Kind.NUMBER;
        for (int i = 0; i < xml.attributeCount(); i++) {
            String name = xml.attributeName(i);
            if (name.length() != 1 || !xml.isPlainAttribute(i)) {
                continue;
            }
            xml.decode(i, captured);
            switch (name.charAt(0)) {
                case 'r' -> column = columnOfReference();
                case 's' -> style = captured.text.index();
                case 't' -> kind = kindOf(captured.text);
                default -> {
                    // no other attribute changes the value
                }
            }
        }
    }

    private int columnOfReference() throws UnreadableWorkbook {
        long address = CellAddress.parse(captured.text.characters(), 0, captured.text.length());
        if (CellAddress.row(address) != rows.number() || address == 0) {
            throw new UnreadableWorkbook(
                    Reason.CORRUPT,
                    Sentence.of(
                            "Sheet '%s' is damaged: row %d holds a cell that calls itself '%s'; open the file in Excel, check it, save it anew and send that.",
                            Excerpt.of(sheet), rows.number(), Excerpt.of(captured.text.toString())));
        }
        return CellAddress.column(address);
    }

    private static Kind kindOf(GatheredText type) {
        if (type.length() == 1) {
            return switch (type.characters()[0]) {
                case 'n' -> Kind.NUMBER;
                case 's' -> Kind.SHARED_STRING;
                case 'b' -> Kind.LOGICAL;
                case 'e' -> Kind.ERROR;
                case 'd' -> Kind.DATE;
                default -> Kind.UNKNOWN;
            };
        }
        if (type.is("inlineStr")) {
            return Kind.INLINE_STRING;
        }
        return type.is("str") ? Kind.FORMULA_STRING : Kind.UNKNOWN;
    }

    private Optional<CellValue> value(Optional<CellValue> inlineValue) throws UnreadableWorkbook {
        if (inlineValue.isPresent() || text.length() == 0) {
            return inlineValue;
        }
        if (text.isTooLong()) {
            return Optional.of(CellText.tooLong(text.toString()));
        }
        return switch (kind) {
            case NUMBER -> Optional.of(number());
            case SHARED_STRING -> sharedString();
            case INLINE_STRING, FORMULA_STRING -> CellText.valueOf(CellText.unescape(text.toString()), "");
            case LOGICAL -> Optional.of(logical());
            case ERROR -> Optional.of(new CellValue.Error(text.toString()));
            case DATE -> Optional.of(date(text.toString().strip()));
            case UNKNOWN -> Optional.of(unreadable(CellValue.Fault.UNKNOWN_KIND));
        };
    }

    private CellValue number() {
        Optional<BigDecimal> number = ExactNumber.parse(text.characters(), 0, text.length());
        return number.isPresent()
                ? formats.kind(style).valueOf(number.get(), dates)
                : unreadable(CellValue.Fault.NOT_A_NUMBER);
    }

    private Optional<CellValue> sharedString() throws UnreadableWorkbook {
        int index = text.index();
        if (!strings.has(index)) {
            throw Refusals.noSuchString(
                    sheet, CellAddress.of(rows.number(), column), Excerpt.of(text.toString()), strings.count());
        }
        return strings.get(index);
    }

    private CellValue logical() {
        if (text.is("1") || text.is("true")) {
            return new CellValue.Logical(true);
        }
        return text.is("0") || text.is("false")
                ? new CellValue.Logical(false)
                : unreadable(CellValue.Fault.UNKNOWN_KIND);
    }

    /** A date written out. */
    private CellValue date(String iso) {
        return IsoDate.parse(iso)
                .map(date -> date.valueUnder(formats.kind(style), dates))
                .orElseGet(() -> unreadable(CellValue.Fault.NOT_A_DATE));
    }

    private CellValue unreadable(CellValue.Fault fault) {
        return new CellValue.Unreadable(fault, Excerpt.of(text.toString()));
    }

    /** Takes the characters of an attribute as they stand in the parser's buffer. */
    private static final class Captured extends TypedValueDecoder {

        private final GatheredText text = new GatheredText(64);

        @Override
        public void decode(String value) {
            decode(value.toCharArray(), 0, value.length());
        }

        @Override
        public void decode(char[] buffer, int start, int end) {
            text.clear();
            text.append(buffer, start, end - start);
        }

        @Override
        public void handleEmptyValue() {
            text.clear();
        }
    }
}
