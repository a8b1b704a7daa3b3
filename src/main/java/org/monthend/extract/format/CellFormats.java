package org.monthend.extract.format;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What the styles of a workbook say its numbers are; all that is wanted of them. */
final class CellFormats {

    private final Map<Integer, NumberKind> codes = new HashMap<>();
    private int[] formatIds = new int[64];
    private int count;

    /** The kind of each style, once the first is asked for; a code may be defined after its use. */
    private NumberKind[] kinds = {};

    /** The formats of a workbook that has no styles: every number is a figure. */
    static CellFormats none() {
        return new CellFormats();
    }

    static CellFormats read(XmlPart xml) throws IOException {
        CellFormats formats = new CellFormats();
        boolean ofCells = false;
        int depthOfCells = 0;
        while (xml.nextStart()) {
            if (ofCells && xml.depth() <= depthOfCells) {
                ofCells = false;
            }
            switch (xml.name()) {
                case "numFmt" -> {
                    if (xml.depth() == 3) {
                        formats.define(
                                xml.number("numFmtId").orElse(0),
                                xml.attribute("formatCode").orElse(""));
                    }
                }
                case "cellXfs" -> {
                    ofCells = true;
                    depthOfCells = xml.depth();
                }
                case "xf" -> {
                    if (ofCells) {
                        formats.add(xml.number("numFmtId").orElse(0));
                    }
                }
                default -> {
                    // fonts, fills and borders
                }
            }
        }
        xml.drain();
        return formats;
    }

    /** Gives a format number its code; a code that is defined goes before the built-in one. */
    void define(int formatId, String code) {
        codes.put(formatId, NumberKind.ofCode(code));
    }

    /** Adds the next style, which uses a format number. */
    void add(int formatId) {
        if (count == formatIds.length) {
            formatIds = Arrays.copyOf(formatIds, count * 2);
        }
        formatIds[count++] = formatId;
    }

    /** What a number is in a cell of a style; unknown when there are styles but not this one. */
    NumberKind kind(int style) {
        if (kinds.length != count) {
            kinds = Arrays.stream(formatIds, 0, count)
                    .mapToObj(this::kindOfFormat)
                    .toArray(NumberKind[]::new);
        }
        if (count == 0) {
            return NumberKind.FIGURE;
        }
        return style >= 0 && style < count ? kinds[style] : NumberKind.UNKNOWN;
    }

    private NumberKind kindOfFormat(int formatId) {
        return codes.getOrDefault(formatId, NumberKind.ofBuiltIn(formatId));
    }
}
