package org.monthend.extract.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A workbook of Excel's binary format, .xlsb: the parts of an .xlsx, holding records in place of XML. */
final class XlsbWorkbook implements Workbook {

    private static final int FROM_1904 = 1;

    private record SheetPart(SheetInfo info, String part) {}

    private final ZipParts parts;
    private final ReadLimits limits;
    private final ReadingClock clock;
    private final Remarks remarks;
    private final Relationships relationships;

    private DateSystem dates = DateSystem.FROM_1900;
    private final List<SheetPart> sheets = new ArrayList<>();
    private final SharedStrings strings;
    private final CellFormats formats = CellFormats.none();
    private final XlsbFonts fonts = new XlsbFonts();

    /** @param part name of the part that holds the list of sheets */
    XlsbWorkbook(String part, ZipParts parts, ReadLimits limits, ReadingClock clock, Remarks remarks)
            throws IOException {
        this.parts = parts;
        this.limits = limits;
        this.clock = clock;
        this.remarks = remarks;
        this.relationships = Relationships.of(part, parts, limits);
        this.strings = SharedStrings.none(limits);
        readSheets(part);
        readStyles();
        readStrings();
        relationships.remark(remarks);
    }

    private void readSheets(String part) throws IOException {
        try (BinaryPart records = new BinaryPart(parts.readSupport(part), "The workbook's list of sheets", limits)) {
            while (records.nextBefore(XlsbRecord.WORKBOOK_END)) {
                if (records.type() == XlsbRecord.WORKBOOK_PROPERTIES) {
                    dates = (records.integer() & FROM_1904) != 0 ? DateSystem.FROM_1904 : DateSystem.FROM_1900;
                } else if (records.type() == XlsbRecord.SHEET) {
                    addSheet(records);
                }
            }
            records.drain();
        }
    }

    private void addSheet(BinaryPart records) throws UnreadableWorkbook {
        Visibility visibility = switch (records.integer()) {
            case 1 -> Visibility.HIDDEN;
            case 2 -> Visibility.VERY_HIDDEN;
            default -> Visibility.VISIBLE;
        };
        records.skip(4); // a number that no other part uses
        Optional<String> id = records.optionalText();
        String name = records.text();
        Optional<Relationships.Relationship> target = id.flatMap(relationships::byId);
        if (target.isEmpty()
                || target.get().external()
                || !parts.has(target.get().target())) {
            throw Refusals.missingSheet(name);
        }
        if (target.get().type().equals("worksheet")) {
            sheets.add(new SheetPart(
                    new SheetInfo(sheets.size(), name, visibility), target.get().target()));
        }
    }

    private void readStyles() throws IOException {
        Optional<Relationships.Relationship> part = relationships.byType("styles");
        if (part.isEmpty()) {
            return;
        }
        try (BinaryPart records =
                new BinaryPart(parts.readSupport(part.get().target()), "The workbook's list of styles", limits)) {
            boolean ofCells = false;
            while (records.nextBefore(XlsbRecord.STYLES_END)) {
                switch (records.type()) {
                    case XlsbRecord.NUMBER_FORMAT -> formats.define(records.unsignedShort(), records.text());
                    case XlsbRecord.FONT -> fonts.add(records);
                    case XlsbRecord.CELL_FORMATS -> ofCells = true;
                    case XlsbRecord.CELL_FORMATS_END -> ofCells = false;
                    case XlsbRecord.CELL_FORMAT -> {
                        records.skip(2); // the named style it comes from
                        if (ofCells) {
                            formats.add(records.unsignedShort());
                        }
                    }
                    default -> {
                        // fills and borders
                    }
                }
            }
            records.drain();
        }
    }

    private void readStrings() throws IOException {
        Optional<Relationships.Relationship> part = relationships.byType("sharedStrings");
        if (part.isEmpty()) {
            return;
        }
        String subject = "The workbook's list of texts";
        try (BinaryPart records = new BinaryPart(parts.read(part.get().target(), subject), subject, limits)) {
            while (records.nextBefore(XlsbRecord.SHARED_STRINGS_END)) {
                if (records.type() == XlsbRecord.SHARED_STRING) {
                    strings.add(fonts.read(records, limits));
                }
            }
            records.drain();
        }
    }

    @Override
    public Format format() {
        return Format.XLSB;
    }

    @Override
    public List<SheetInfo> sheets() {
        return sheets.stream().map(SheetPart::info).toList();
    }

    @Override
    public void rows(SheetInfo sheet, RowHandler handler) throws IOException {
        clock.start();
        try (BinaryPart records = open(sheet)) {
            RowGathering rows = new RowGathering(sheet.name(), limits, remarks, clock, handler);
            new XlsbRows(sheet.name(), records, strings, formats, fonts, dates, rows, remarks, limits).read();
            records.drain();
        } finally {
            clock.stop();
        }
    }

    @Override
    public List<MergedRange> mergedRanges(SheetInfo sheet) throws IOException {
        List<MergedRange> ranges = new ArrayList<>();
        clock.start();
        try (BinaryPart records = open(sheet)) {
            while (records.nextBefore(XlsbRecord.SHEET_END)) {
                if (records.type() == XlsbRecord.MERGED_RANGE) {
                    int firstRow = records.integer() + 1;
                    int lastRow = records.integer() + 1;
                    int firstColumn = records.integer() + 1;
                    ranges.add(new MergedRange(firstRow, firstColumn, lastRow, records.integer() + 1));
                }
                if (ranges.size() > limits.mergedRanges()) {
                    throw Refusals.tooManyMergedRanges(sheet.name(), limits);
                }
            }
            records.drain();
        } finally {
            clock.stop();
        }
        return ranges;
    }

    private BinaryPart open(SheetInfo sheet) throws IOException {
        String subject = Refusals.place(sheet.name(), 0, 0);
        return new BinaryPart(parts.read(sheets.get(sheet.index()).part(), subject), subject, limits);
    }

    @Override
    public List<Remark> remarks() {
        return remarks.list();
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
