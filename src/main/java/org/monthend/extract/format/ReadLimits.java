package org.monthend.extract.format;

import java.util.List;

/**
 * How much a file may ask of its reader before it is refused by the limit's name. All sizes are uncompressed unless
 * they say otherwise.
 *
 * @param fileBytes size of the file itself
 * @param parts number of parts in the zip of an .xlsx, and of relationships between them
 * @param partBytes size of any one part, read or not
 * @param packageBytes size of all parts together
 * @param supportBytes size of a part that describes the workbook: content types, relationships, list of sheets, styles
 * @param ratio how many times its compressed size a part may have; only parts above {@code ratioFreeBytes} are judged
 * @param ratioFreeBytes size up to which a part may be compressed as well as it likes
 * @param cellCharacters length of a cell's text; a longer one makes that cell unreadable, not the file
 * @param unbrokenCharacters length of text or markup without an end in sight, such as a line of 30 MB
 * @param sharedStringBytes memory for all shared strings together: two bytes a character and 64 for each string
 * @param rows number of the last row
 * @param columns number of the last column
 * @param mergedRanges merged ranges of one sheet
 * @param seconds time spent in reading the file, all passes together, without the time of whoever takes the rows
 */
public record ReadLimits(
        long fileBytes,
        int parts,
        long partBytes,
        long packageBytes,
        long supportBytes,
        int ratio,
        long ratioFreeBytes,
        int cellCharacters,
        int unbrokenCharacters,
        long sharedStringBytes,
        int rows,
        int columns,
        int mergedRanges,
        int seconds) {

    private static final long MEBIBYTE = 1024 * 1024;

    /**
     * Enough for a million rows of twenty columns as Excel writes them. Excel's own sheets compress 5 to 15 times and
     * rows of nothing but style up to 75 times; a zip bomb is near the format's utmost, 1,030 times.
     */
    public static ReadLimits standard() {
        return new ReadLimits(
                512 * MEBIBYTE,
                10_000,
                1024 * MEBIBYTE,
                2048 * MEBIBYTE,
                64 * MEBIBYTE,
                250,
                10 * MEBIBYTE,
                32_767,
                8 * 1024 * 1024,
                256 * MEBIBYTE,
                1_048_576,
                16_384,
                1_048_576,
                20);
    }

    /** The names by which a limit can be set; MB are 1,048,576 bytes. */
    public static final List<String> NAMES = List.of(
            "file-mb",
            "parts",
            "part-mb",
            "package-mb",
            "support-mb",
            "ratio",
            "cell-characters",
            "unbroken-mb",
            "shared-strings-mb",
            "rows",
            "columns",
            "merged-ranges",
            "seconds");

    /**
     * The same limits but for one.
     *
     * @param name one of {@link #NAMES}
     * @param value above zero
     * @throws IllegalArgumentException with a sentence, for another name or a value that no limit can have
     */
    public ReadLimits with(String name, int value) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "There is no limit '" + name + "'. Set one of: " + String.join(", ", NAMES) + ".");
        }
        if (value < 1) {
            throw new IllegalArgumentException("The limit " + name + " must be above zero.");
        }
        return new ReadLimits(
                name.equals("file-mb") ? value * MEBIBYTE : fileBytes,
                name.equals("parts") ? value : parts,
                name.equals("part-mb") ? value * MEBIBYTE : partBytes,
                name.equals("package-mb") ? value * MEBIBYTE : packageBytes,
                name.equals("support-mb") ? value * MEBIBYTE : supportBytes,
                name.equals("ratio") ? value : ratio,
                ratioFreeBytes,
                name.equals("cell-characters") ? value : cellCharacters,
                name.equals("unbroken-mb") ? (int) Math.min(value * MEBIBYTE, Integer.MAX_VALUE) : unbrokenCharacters,
                name.equals("shared-strings-mb") ? value * MEBIBYTE : sharedStringBytes,
                name.equals("rows") ? value : rows,
                name.equals("columns") ? value : columns,
                name.equals("merged-ranges") ? value : mergedRanges,
                name.equals("seconds") ? value : seconds);
    }
}
