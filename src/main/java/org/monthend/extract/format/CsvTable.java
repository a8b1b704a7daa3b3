package org.monthend.extract.format;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A file of comma-separated values in UTF-8 whose first row names its columns, read row by row in little memory: columns
 * are found by their names, others are passed over. It may be a pipe, since it is read once.
 */
public final class CsvTable implements Closeable {

    /** Room for some 50,000 figures in one cell. */
    private static final int CELL_CHARACTERS = 1_000_000;

    private static final String NO_CHARACTER = "\uFFFD";

    private final CloseableIterator<CsvRecords.Fields> records;
    private final CsvRecords handler;
    private final List<String> header;
    private final List<String> columns;
    private final int[] places;

    private CsvTable(
            CloseableIterator<CsvRecords.Fields> records,
            CsvRecords handler,
            List<String> header,
            List<String> columns,
            int[] places) {
        this.records = records;
        this.handler = handler;
        this.header = header;
        this.columns = columns;
        this.places = places;
    }

    /**
     * Opens a file and reads its header.
     *
     * @param columns names of the columns that are wanted, in any case; whether they are there is told by {@link #lacks}
     * @throws UnreadableWorkbook when even the header cannot be read
     */
    public static CsvTable open(Path file, List<String> columns) throws IOException {
        CsvRecords handler = new CsvRecords(ReadLimits.standard().with("cell-characters", CELL_CHARACTERS));
        InputStream bytes = Files.newInputStream(file);
        try {
            CloseableIterator<CsvRecords.Fields> records = CsvReader.builder()
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .detectBomHeader(true)
                    .maxBufferSize(ReadLimits.standard().unbrokenCharacters())
                    .build(handler, bytes, StandardCharsets.UTF_8)
                    .iterator();
            List<String> header = next(records, handler)
                    .map(first -> first.texts().stream().map(String::strip).toList())
                    .orElseGet(List::of);
            List<String> folded = header.stream().map(CsvTable::folded).toList();
            int[] places = columns.stream()
                    .mapToInt(column -> folded.indexOf(folded(column)))
                    .toArray();
            return new CsvTable(records, handler, header, List.copyOf(columns), places);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The names in the file's header, as they stand. */
    public List<String> header() {
        return header;
    }

    /** Whether the file lacks a column that was asked for. */
    public boolean lacks(String column) {
        return places[columns.indexOf(column)] < 0;
    }

    /** The columns that were asked for and that the header names more than once. */
    public List<String> doubled() {
        List<String> folded = header.stream().map(CsvTable::folded).toList();
        return columns.stream()
                .filter(column -> Collections.frequency(folded, folded(column)) > 1)
                .toList();
    }

    /**
     * The next row, or nothing at the end of the file.
     *
     * @throws UnreadableWorkbook where it cannot be told any more which text belongs to which row
     */
    public Optional<CsvRow> next() throws IOException {
        return next(records, handler).map(this::row);
    }

    private CsvRow row(CsvRecords.Fields fields) {
        List<String> cells = new ArrayList<>(places.length);
        for (int place : places) {
            cells.add(
                    place < 0 || place >= fields.texts().size()
                            ? ""
                            : fields.texts().get(place));
        }
        return new CsvRow(fields.line(), cells, fault(fields, cells));
    }

    private String fault(CsvRecords.Fields fields, List<String> cells) {
        if (fields.count() != header.size()) {
            return Sentence.of(
                    "it has %d fields where the header has %d; write a text that holds a comma in double quotes.",
                    fields.count(), header.size());
        }
        if (fields.strayQuote()) {
            return "a quotation mark stands inside a field; write such a text in quotes and double each quote inside it.";
        }
        if (cells.stream().anyMatch(cell -> cell.contains(NO_CHARACTER))) {
            return "it holds characters that are not UTF-8; save the file as CSV UTF-8.";
        }
        if (cells.stream().anyMatch(cell -> cell.length() > CELL_CHARACTERS)) {
            return Sentence.of("a field is longer than %,d characters.", CELL_CHARACTERS);
        }
        return "";
    }

    private static Optional<CsvRecords.Fields> next(CloseableIterator<CsvRecords.Fields> records, CsvRecords handler)
            throws IOException {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        } catch (CsvParseException unparsed) {
            if (unparsed.getCause() instanceof IOException failed) {
                throw failed;
            }
            throw unreadable(handler.line(), unparsed);
        }
    }

    private static UnreadableWorkbook unreadable(long line, RuntimeException cause) {
        return new UnreadableWorkbook(
                Reason.STRAY_QUOTE,
                "Line " + line
                        + " opens a quotation mark that does not close a whole field, or holds a text without an end; from there on nothing can be read. Double each quote inside a quoted text, and close it.",
                cause);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
