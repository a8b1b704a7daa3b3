package org.monthend.extract.format;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A delimited text as a workbook of one sheet, named after the file. Every value is text, and every row has the number of
 * the line on which its record starts.
 */
final class CsvWorkbook implements Workbook {

    private static final int BEGINNING = 1 << 16;

    /** The parser has one exception for both, a full buffer and a stray quote. */
    private static final String BUFFER_IS_FULL = "maximum buffer size";

    private final Path file;
    private final ReadLimits limits;
    private final ReadingClock clock;
    private final Remarks remarks;
    private final SheetInfo sheet;
    private final CsvEncoding encoding;
    private final CsvDelimiter delimiter;

    CsvWorkbook(Path file, ReadLimits limits, ReadingClock clock, Remarks remarks) throws IOException {
        this.file = file;
        this.limits = limits;
        this.clock = clock;
        this.remarks = remarks;
        this.sheet = new SheetInfo(0, nameOf(file), Visibility.VISIBLE);
        this.encoding = CsvEncoding.of(file, clock, remarks);
        this.delimiter = CsvDelimiter.of(beginning());
        if (delimiter.isWorthSaying()) {
            remarks.add(
                    Remark.Kind.DELIMITER,
                    "The fields are separated by a " + delimiter.word()
                            + (delimiter.declared() ? ", as the first line says." : "."));
        }
    }

    private static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private String beginning() throws IOException {
        char[] characters = new char[BEGINNING];
        try (Reader reader = open()) {
            int length = 0;
            int read = 0;
            while (read >= 0 && length < characters.length) {
                length += read;
                read = reader.read(characters, length, characters.length - length);
            }
            return new String(characters, 0, length);
        }
    }

    /** What cannot be decoded becomes U+FFFD, and with it the whole cell unreadable. */
    private Reader open() throws IOException {
        return new InputStreamReader(encoding.open(file), encoding.charset());
    }

    @Override
    public Format format() {
        return Format.CSV;
    }

    @Override
    public List<SheetInfo> sheets() {
        return List.of(sheet);
    }

    @Override
    public void rows(SheetInfo wanted, RowHandler handler) throws IOException {
        clock.start();
        CsvRecords fields = new CsvRecords(limits);
        try (Reader reader = open();
                CloseableIterator<CsvRecords.Fields> records = CsvReader.builder()
                        .fieldSeparator(delimiter.character())
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .maxBufferSize(limits.unbrokenCharacters())
                        .build(fields, reader)
                        .iterator()) {
            RowGathering rows = new RowGathering(sheet.name(), limits, remarks, clock, handler);
            int width = 0;
            for (long number = 0; rows.goesOn(); number++) {
                Optional<CsvRecords.Fields> next = next(records, fields);
                if (next.isEmpty()) {
                    rows.end();
                    break;
                }
                boolean declaration = delimiter.declared() && number == 0;
                if (!declaration) {
                    give(next.get(), rows);
                    width = compareWidth(next.get(), width);
                }
                if (number % 1024 == 0) {
                    clock.check();
                }
            }
        } finally {
            clock.stop();
        }
    }

    private Optional<CsvRecords.Fields> next(CloseableIterator<CsvRecords.Fields> records, CsvRecords fields)
            throws IOException {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        } catch (CsvParseException unparsed) {
            if (unparsed.getCause() instanceof IOException failed) {
                throw failed;
            }
            boolean full = unparsed.getCause() != null
                    || String.valueOf(unparsed.getMessage()).contains(BUFFER_IS_FULL);
            throw full ? tooLong(fields.line(), unparsed) : quote(fields.line());
        }
    }

    private static UnreadableWorkbook quote(long line) {
        return new UnreadableWorkbook(
                Reason.STRAY_QUOTE,
                "Line " + line
                        + " has a quotation mark that does not open and close a whole field, so where its fields end is in doubt; write such a text in quotes and double each quote inside it, or save the table as Excel Workbook (.xlsx).");
    }

    private UnreadableWorkbook tooLong(long line, RuntimeException cause) {
        return new UnreadableWorkbook(
                Reason.LIMIT_TEXT,
                Sentence.of(
                        "The record on line %d holds a single text above the limit of %,d characters; perhaps a line end or a closing quote is missing.",
                        line, limits.unbrokenCharacters()),
                cause);
    }

    private void give(CsvRecords.Fields fields, RowGathering rows) throws UnreadableWorkbook {
        if (fields.strayQuote()) {
            throw quote(fields.line());
        }
        rows.begin((int) Math.min(fields.line(), Integer.MAX_VALUE), false);
        if (fields.count() > limits.columns()) {
            rows.blank(fields.count());
        }
        for (int i = 0; i < fields.texts().size(); i++) {
            String text = fields.texts().get(i);
            Optional<CellValue> value = text.length() > limits.cellCharacters()
                    ? Optional.of(CellText.tooLong(text))
                    : CellText.valueOf(text, "");
            if (value.isPresent()) {
                rows.cell(i + 1, value.get());
            }
        }
    }

    /** Remembers the width of the first record that has two values, and remarks on the first that is wider or narrower. */
    private int compareWidth(CsvRecords.Fields fields, int width) {
        long values = fields.texts().stream().filter(text -> !text.isEmpty()).count();
        if (width == 0) {
            return values > 1 ? fields.count() : 0;
        }
        if (values > 0 && fields.count() != width) {
            remarks.add(
                    Remark.Kind.RAGGED_ROWS,
                    Sentence.of(
                            "Line %d has %d fields where the table begins with %d.",
                            fields.line(), fields.count(), width));
        }
        return width;
    }

    @Override
    public List<MergedRange> mergedRanges(SheetInfo wanted) {
        return List.of();
    }

    @Override
    public List<Remark> remarks() {
        return remarks.list();
    }

    @Override
    public void close() {
        // nothing stays open between two passes
    }
}
