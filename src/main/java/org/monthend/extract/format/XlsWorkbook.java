package org.monthend.extract.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.ContinueRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FontRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.SupBookRecord;
import org.apache.poi.hssf.record.common.UnicodeString;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * A workbook of Excel 97 to 2003 (BIFF8), read record by record. POI finds and parses the records; its model of a whole
 * workbook in memory is not used.
 */
final class XlsWorkbook implements Workbook {

    private static final int BIFF8 = 0x600;

    private record SheetStream(SheetInfo info, int position) {}

    private final POIFSFileSystem files;
    private final DocumentEntry stream;
    private final ReadLimits limits;
    private final ReadingClock clock;
    private final Remarks remarks;

    private final List<SheetStream> sheets = new ArrayList<>();
    private final SharedStrings strings;
    private final CellFormats formats = new CellFormats();
    private DateSystem dates = DateSystem.FROM_1900;

    XlsWorkbook(POIFSFileSystem files, DocumentEntry stream, ReadLimits limits, ReadingClock clock, Remarks remarks)
            throws IOException {
        this.files = files;
        this.stream = stream;
        this.limits = limits;
        this.clock = clock;
        this.remarks = remarks;
        this.strings = SharedStrings.none(limits);
        if (files.getRoot().hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
            remarks.add(Remark.Kind.MACROS, Remark.MACROS_NOT_RUN);
        }
        for (BoundSheetRecord sheet : readGlobals()) {
            addSheet(sheet);
        }
    }

    /** Reads what belongs to the whole workbook, and gives its sheets. */
    private List<BoundSheetRecord> readGlobals() throws IOException {
        List<BoundSheetRecord> bounds = new ArrayList<>();
        XlsFonts fonts = new XlsFonts();
        try (DocumentInputStream bytes = new DocumentInputStream(stream)) {
            RecordInputStream records = new RecordInputStream(bytes);
            requireBiff8(records);
            boolean ended = false;
            while (!ended && records.hasNextRecord()) {
                records.nextRecord();
                switch (records.getSid()) {
                    case FilePassRecord.sid -> throw Refusals.encrypted();
                    case DateWindow1904Record.sid -> {
                        dates = new DateWindow1904Record(records).getWindowing() == 1
                                ? DateSystem.FROM_1904
                                : DateSystem.FROM_1900;
                    }
                    case FontRecord.sid -> fonts.add(new FontRecord(records));
                    case FormatRecord.sid -> {
                        FormatRecord format = new FormatRecord(records);
                        formats.define(format.getIndexCode(), format.getFormatString());
                    }
                    case ExtendedFormatRecord.sid -> formats.add(new ExtendedFormatRecord(records).getFormatIndex());
                    case BoundSheetRecord.sid -> {
                        bounds.add(new BoundSheetRecord(records));
                        if (bounds.size() > limits.parts()) {
                            throw Refusals.tooManyParts("The workbook", limits);
                        }
                    }
                    case SupBookRecord.sid -> remarkLinks(new SupBookRecord(records));
                    case SSTRecord.sid -> readStrings(records, fonts);
                    case EOFRecord.sid -> ended = true;
                    default -> {
                        // looks, names and settings
                    }
                }
                records.readRemainder();
                clock.check();
            }
        }
        return bounds;
    }

    private static void requireBiff8(RecordInputStream records) throws UnreadableWorkbook {
        if (!records.hasNextRecord()) {
            throw Refusals.damaged("The workbook", new IOException("no records"));
        }
        records.nextRecord();
        if (records.getSid() != BOFRecord.sid || records.readUShort() != BIFF8) {
            throw Refusals.oldExcel("Excel 95 or older");
        }
        records.readRemainder();
    }

    /** The shared strings go over as many records as they need; their declared number is not trusted. */
    private void readStrings(RecordInputStream records, XlsFonts fonts) throws UnreadableWorkbook {
        records.readInt();
        int declared = records.readInt();
        for (int i = 0; i < declared && hasMoreOfThis(records); i++) {
            strings.add(fonts.valueOf(new UnicodeString(records), limits));
        }
    }

    private static boolean hasMoreOfThis(RecordInputStream records) {
        return records.remaining() > 0 || (records.hasNextRecord() && records.getNextSid() == ContinueRecord.sid);
    }

    private void remarkLinks(SupBookRecord book) {
        if (book.isExternalReferences()) {
            remarks.add(Remark.Kind.EXTERNAL_LINKS, Remark.LINKS_NOT_FOLLOWED);
        }
    }

    private void addSheet(BoundSheetRecord bound) throws IOException {
        int type;
        try (DocumentInputStream bytes = new DocumentInputStream(stream)) {
            RecordInputStream records = recordsFrom(bytes, bound.getPositionOfBof(), bound.getSheetname());
            type = new BOFRecord(records).getType();
        }
        if (type == BOFRecord.TYPE_WORKSHEET) {
            Visibility visibility = bound.isVeryHidden()
                    ? Visibility.VERY_HIDDEN
                    : bound.isHidden() ? Visibility.HIDDEN : Visibility.VISIBLE;
            sheets.add(new SheetStream(
                    new SheetInfo(sheets.size(), bound.getSheetname(), visibility), bound.getPositionOfBof()));
        } else if (type == BOFRecord.TYPE_EXCEL_4_MACRO || type == BOFRecord.TYPE_VB_MODULE) {
            remarks.add(Remark.Kind.MACROS, Remark.MACROS_NOT_RUN);
        }
    }

    /** The records of a sheet, the first of them just begun: its BOF. */
    private RecordInputStream recordsFrom(DocumentInputStream bytes, int position, String sheet) throws IOException {
        clock.check();
        boolean inside = position >= 0 && position < stream.getSize() && bytes.skip(position) == position;
        RecordInputStream records = new RecordInputStream(bytes);
        if (inside && records.hasNextRecord()) {
            records.nextRecord();
            if (records.getSid() == BOFRecord.sid) {
                return records;
            }
        }
        throw Refusals.missingSheet(sheet);
    }

    /** The records of a sheet behind its BOF. */
    private RecordInputStream records(DocumentInputStream bytes, SheetInfo sheet) throws IOException {
        try {
            RecordInputStream records =
                    recordsFrom(bytes, sheets.get(sheet.index()).position(), sheet.name());
            records.readRemainder();
            return records;
        } catch (RuntimeException | AssertionError damaged) {
            throw Refusals.damaged(Refusals.place(sheet.name(), 0, 0), damaged);
        }
    }

    @Override
    public Format format() {
        return Format.XLS;
    }

    @Override
    public List<SheetInfo> sheets() {
        return sheets.stream().map(SheetStream::info).toList();
    }

    @Override
    public void rows(SheetInfo sheet, RowHandler handler) throws IOException {
        clock.start();
        try (DocumentInputStream bytes = new DocumentInputStream(stream)) {
            RecordInputStream records = records(bytes, sheet);
            RowGathering rows = new RowGathering(sheet.name(), limits, remarks, clock, handler);
            XlsRows cells = new XlsRows(sheet.name(), records, strings, formats, dates, remarks, clock);
            cells.read(rows, isInOrder(sheet));
        } finally {
            clock.stop();
        }
    }

    /** Whether the cells of a sheet are stored row after row; some programs store them in the order of their making. */
    private boolean isInOrder(SheetInfo sheet) throws IOException {
        try (DocumentInputStream bytes = new DocumentInputStream(stream)) {
            return XlsRows.areInOrder(records(bytes, sheet), clock);
        } catch (RuntimeException | AssertionError damaged) {
            throw Refusals.damaged(Refusals.place(sheet.name(), 0, 0), damaged);
        }
    }

    @Override
    public List<MergedRange> mergedRanges(SheetInfo sheet) throws IOException {
        clock.start();
        try (DocumentInputStream bytes = new DocumentInputStream(stream)) {
            RecordInputStream records = records(bytes, sheet);
            List<MergedRange> ranges = new ArrayList<>();
            for (int depth = 1; depth > 0 && records.hasNextRecord(); ) {
                records.nextRecord();
                depth += XlsRows.depthChange(records);
                if (records.getSid() == MergeCellsRecord.sid) {
                    MergeCellsRecord merged = new MergeCellsRecord(records);
                    for (int i = 0; i < merged.getNumAreas(); i++) {
                        ranges.add(range(merged.getAreaAt(i)));
                    }
                    if (ranges.size() > limits.mergedRanges()) {
                        throw Refusals.tooManyMergedRanges(sheet.name(), limits);
                    }
                }
                records.readRemainder();
                clock.check();
            }
            return ranges;
        } catch (RuntimeException | AssertionError damaged) {
            throw Refusals.damaged(Refusals.place(sheet.name(), 0, 0), damaged);
        } finally {
            clock.stop();
        }
    }

    private static MergedRange range(CellRangeAddress area) {
        return new MergedRange(
                area.getFirstRow() + 1, area.getFirstColumn() + 1, area.getLastRow() + 1, area.getLastColumn() + 1);
    }

    @Override
    public List<Remark> remarks() {
        return remarks.list();
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
