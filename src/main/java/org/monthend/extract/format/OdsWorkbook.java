package org.monthend.extract.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A workbook of OpenDocument, .ods: all its sheets stand one after the other in a single part. */
final class OdsWorkbook implements Workbook {

    private static final String CONTENT = "content.xml";
    private static final String MANIFEST = "META-INF/manifest.xml";
    private static final String STYLES = "styles.xml";

    private final ZipParts parts;
    private final ReadLimits limits;
    private final ReadingClock clock;
    private final Remarks remarks;
    private final OdsStyles styles = new OdsStyles();
    private Optional<DateSystem> dates = Optional.of(DateSystem.FROM_1900);
    private final List<SheetInfo> sheets = new ArrayList<>();

    OdsWorkbook(ZipParts parts, ReadLimits limits, ReadingClock clock, Remarks remarks) throws IOException {
        this.parts = parts;
        this.limits = limits;
        this.clock = clock;
        this.remarks = remarks;
        refuseEncrypted();
        readNamedStyles();
        readSheets();
        if (parts.has("Basic/script-lc.xml")) {
            remarks.add(Remark.Kind.MACROS, Remark.MACROS_NOT_RUN);
        }
    }

    private void refuseEncrypted() throws IOException {
        if (!parts.has(MANIFEST)) {
            return;
        }
        try (XmlPart xml = new XmlPart(parts.readSupport(MANIFEST), "The list of the file's contents")) {
            while (xml.nextStart()) {
                if (xml.isAt("encryption-data")) {
                    throw Refusals.encrypted();
                }
            }
            xml.drain();
        }
    }

    /** The styles with names; those that come of typing stand before the sheets. */
    private void readNamedStyles() throws IOException {
        if (!parts.has(STYLES)) {
            return;
        }
        try (XmlPart xml = new XmlPart(parts.readSupport(STYLES), "The workbook's list of styles")) {
            while (xml.nextStart()) {
                if (xml.isAt("styles")) {
                    styles.read(xml);
                }
            }
            xml.drain();
        }
    }

    private void readSheets() throws IOException {
        String subject = "The workbook's list of sheets";
        try (XmlPart xml = open(subject)) {
            if (!toSpreadsheet(xml, true)) {
                throw Refusals.notAWorkbook("an OpenDocument file without a spreadsheet");
            }
            int open = xml.depth();
            while (xml.nextStartWithin(open)) {
                if (xml.isAt("calculation-settings")) {
                    readDateSystem(xml);
                    continue;
                }
                if (isSheet(xml)) {
                    Visibility visibility = styles.visibility(
                            xml.attribute(OdsRows.TABLE, "style-name").orElse(""));
                    sheets.add(new SheetInfo(sheets.size(), name(xml), visibility));
                }
                if (sheets.size() > limits.parts()) {
                    throw Refusals.tooManyParts(subject, limits);
                }
                xml.skip();
            }
            xml.drain();
        }
    }

    /** The day that is zero; to count from 30 December 1899 is what Excel does, since March 1900. */
    private void readDateSystem(XmlPart xml) throws IOException {
        int open = xml.depth();
        while (xml.nextStartWithin(open)) {
            if (xml.isAt("null-date")) {
                dates = switch (xml.attribute(OdsRows.TABLE, "date-value").orElse("1899-12-30")) {
                    case "1899-12-30" -> Optional.of(DateSystem.FROM_1900);
                    case "1904-01-01" -> Optional.of(DateSystem.FROM_1904);
                    default -> Optional.empty();
                };
            }
        }
    }

    private boolean toSpreadsheet(XmlPart xml, boolean takeStyles) throws IOException {
        while (xml.nextStart()) {
            if (xml.isAt("spreadsheet") && xml.depth() == 3) {
                return true;
            }
            if (xml.isAt("automatic-styles") && takeStyles) {
                styles.read(xml);
            }
        }
        return false;
    }

    private static String name(XmlPart xml) {
        return xml.attribute(OdsRows.TABLE, "name").orElse("");
    }

    /** What LibreOffice keeps of another workbook's sheet looks like a sheet: 'file:///share/last year.ods'#CP. */
    private boolean isSheet(XmlPart xml) {
        if (!xml.isAt("table")) {
            return false;
        }
        boolean copy = name(xml).matches("(?s)'[A-Za-z]+:.*'#.*");
        if (copy) {
            remarks.add(Remark.Kind.EXTERNAL_LINKS, Remark.LINKS_NOT_FOLLOWED);
        }
        return !copy;
    }

    private XmlPart open(String subject) throws IOException {
        return new XmlPart(parts.read(CONTENT, subject), subject);
    }

    @Override
    public Format format() {
        return Format.ODS;
    }

    @Override
    public List<SheetInfo> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public void rows(SheetInfo sheet, RowHandler handler) throws IOException {
        read(sheet, handler, range -> {});
    }

    @Override
    public List<MergedRange> mergedRanges(SheetInfo sheet) throws IOException {
        List<MergedRange> ranges = new ArrayList<>();
        read(sheet, row -> true, range -> {
            ranges.add(range);
            if (ranges.size() > limits.mergedRanges()) {
                throw Refusals.tooManyMergedRanges(sheet.name(), limits);
            }
        });
        return ranges;
    }

    private void read(SheetInfo sheet, RowHandler handler, OdsRows.RangeTaker ranges) throws IOException {
        clock.start();
        try (XmlPart xml = open(Refusals.place(sheet.name(), 0, 0))) {
            toSpreadsheet(xml, false);
            int open = xml.depth();
            int index = -1;
            while (index < sheet.index() && xml.nextStartWithin(open)) {
                index += isSheet(xml) ? 1 : 0;
                if (index < sheet.index()) {
                    xml.skip();
                }
            }
            RowGathering rows = new RowGathering(sheet.name(), limits, remarks, clock, handler);
            new OdsRows(sheet.name(), xml, styles, dates, rows, ranges, remarks, limits, clock).read();
            xml.drain();
        } finally {
            clock.stop();
        }
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
