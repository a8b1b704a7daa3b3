package org.monthend.extract.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A workbook of Office Open XML, .xlsx, strict .xlsx or .xlsm, its parts found by their relationships. */
final class XlsxWorkbook implements Workbook {

    private static final ByteSearch MERGED_RANGE = new ByteSearch("mergeCell");

    private static final String STRICT = "http://purl.oclc.org/ooxml/";

    private record SheetPart(SheetInfo info, String part) {}

    private final ZipParts parts;
    private final ReadLimits limits;
    private final ReadingClock clock;
    private final Remarks remarks;
    private final Format format;
    private final Relationships relationships;

    private boolean strict;
    private DateSystem dates = DateSystem.FROM_1900;
    private final List<SheetPart> sheets = new ArrayList<>();
    private final SharedStrings strings;
    private final CellFormats formats;

    /** @param part name of the part that holds the list of sheets */
    XlsxWorkbook(String part, Format format, ZipParts parts, ReadLimits limits, ReadingClock clock, Remarks remarks)
            throws IOException {
        this.parts = parts;
        this.limits = limits;
        this.clock = clock;
        this.remarks = remarks;
        this.format = format;
        this.relationships = Relationships.of(part, parts, limits);
        readSheets(part);
        this.strings = readStrings();
        this.formats = readFormats();
        relationships.remark(remarks);
    }

    private void readSheets(String part) throws IOException {
        try (XmlPart xml = new XmlPart(parts.readSupport(part), "The workbook's list of sheets")) {
            if (!xml.nextStart() || !xml.isAt("workbook")) {
                throw Refusals.notAWorkbook("an Office document without a list of sheets");
            }
            strict = xml.namespace().startsWith(STRICT);
            while (xml.nextStart()) {
                if (xml.isAt("workbookPr") && xml.isSet("date1904")) {
                    dates = DateSystem.FROM_1904;
                } else if (xml.isAt("sheet") && xml.depth() == 3) {
                    addSheet(xml);
                }
            }
            xml.drain();
        }
    }

    private void addSheet(XmlPart xml) throws UnreadableWorkbook {
        String name = xml.attribute("name").orElse("");
        Optional<Relationships.Relationship> target = xml.foreignAttribute("id").flatMap(relationships::byId);
        if (target.isEmpty()
                || target.get().external()
                || !parts.has(target.get().target())) {
            throw Refusals.missingSheet(name);
        }
        if (target.get().type().equals("worksheet")) {
            Visibility visibility = switch (xml.attribute("state").orElse("visible")) {
                case "hidden" -> Visibility.HIDDEN;
                case "veryHidden" -> Visibility.VERY_HIDDEN;
                default -> Visibility.VISIBLE;
            };
            sheets.add(new SheetPart(
                    new SheetInfo(sheets.size(), name, visibility), target.get().target()));
        }
    }

    private SharedStrings readStrings() throws IOException {
        Optional<Relationships.Relationship> part = relationships.byType("sharedStrings");
        if (part.isEmpty()) {
            return SharedStrings.none(limits);
        }
        String subject = "The workbook's list of texts";
        try (XmlPart xml = new XmlPart(parts.read(part.get().target(), subject), subject)) {
            return SharedStrings.read(xml, limits);
        }
    }

    private CellFormats readFormats() throws IOException {
        Optional<Relationships.Relationship> part = relationships.byType("styles");
        if (part.isEmpty()) {
            return CellFormats.none();
        }
        try (XmlPart xml = new XmlPart(parts.readSupport(part.get().target()), "The workbook's list of styles")) {
            return CellFormats.read(xml);
        }
    }

    @Override
    public Format format() {
        return strict && format == Format.XLSX ? Format.STRICT_XLSX : format;
    }

    @Override
    public List<SheetInfo> sheets() {
        return sheets.stream().map(SheetPart::info).toList();
    }

    @Override
    public void rows(SheetInfo sheet, RowHandler handler) throws IOException {
        clock.start();
        try (XmlPart xml = open(sheet)) {
            RowGathering rows = new RowGathering(sheet.name(), limits, remarks, clock, handler);
            new XlsxRows(sheet.name(), xml, strings, formats, dates, rows, remarks, limits).read();
            xml.drain();
        } finally {
            clock.stop();
        }
    }

    @Override
    public List<MergedRange> mergedRanges(SheetInfo sheet) throws IOException {
        clock.start();
        try {
            return mentionsMergedRanges(sheet) ? readMergedRanges(sheet) : List.of();
        } finally {
            clock.stop();
        }
    }

    /** Most sheets have none, and looking for the word is three times as fast as parsing a large sheet. */
    private boolean mentionsMergedRanges(SheetInfo sheet) throws IOException {
        String part = sheets.get(sheet.index()).part();
        try (PartStream bytes = parts.read(part, subject(sheet))) {
            boolean wide = new String(bytes.readNBytes(4), StandardCharsets.ISO_8859_1).indexOf(0) >= 0;
            return wide || MERGED_RANGE.isIn(bytes); // UTF-16 has NULs between its letters
        }
    }

    private List<MergedRange> readMergedRanges(SheetInfo sheet) throws IOException {
        try (XmlPart xml = open(sheet)) {
            List<MergedRange> ranges = new ArrayList<>();
            while (xml.nextStart()) {
                if (xml.isAt("mergeCell")) {
                    ranges.add(CellAddress.range(xml.attribute("ref").orElse(""))
                            .orElseThrow(() -> Refusals.damaged(
                                    subject(sheet), new IOException("no range: " + xml.attribute("ref")))));
                    if (ranges.size() > limits.mergedRanges()) {
                        throw Refusals.tooManyMergedRanges(sheet.name(), limits);
                    }
                }
            }
            xml.drain();
            return ranges;
        }
    }

    private static String subject(SheetInfo sheet) {
        return Refusals.place(sheet.name(), 0, 0);
    }

    private XmlPart open(SheetInfo sheet) throws IOException {
        String subject = subject(sheet);
        return new XmlPart(parts.read(sheets.get(sheet.index()).part(), subject), subject);
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
