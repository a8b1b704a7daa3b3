package org.monthend.extract.format;

import java.io.IOException;
import java.util.List;

/**
 * A workbook of any format, open for reading. It holds the shared strings and one row in memory, whatever the size of
 * the file. Not for use by several threads at once.
 *
 * <p>Every method that reads throws {@link UnreadableWorkbook} when the file is at fault, and another
 * {@link IOException} only when the disk is. A refusal can come after rows were given (a checksum stands at the end of
 * what it covers), so whoever takes the rows keeps nothing until {@link #rows} has returned.
 */
public interface Workbook extends AutoCloseable {

    Format format();

    /** The sheets of cells in the order of their tabs, the hidden ones too. */
    List<SheetInfo> sheets();

    /**
     * Gives the rows of a sheet that hold a value, top to bottom, until the handler wants no more. The rest of the
     * sheet is then still checked against its checksum, where the format has one.
     */
    void rows(SheetInfo sheet, RowHandler handler) throws IOException;

    /** The merged ranges of a sheet, found by a pass of their own; none where the format has none. */
    List<MergedRange> mergedRanges(SheetInfo sheet) throws IOException;

    /** What was noticed so far; complete once every row was read. */
    List<Remark> remarks();

    @Override
    void close() throws IOException;
}
