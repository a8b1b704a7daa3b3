package org.monthend.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/**
 * Reads the cells of a workbook as fast as a program can that knows how this very workbook was written: it takes the
 * bytes for granted, checks nothing, and refuses nothing.
 */
final class ByteScanner {

    /** Takes the cells of one row after the other. A number is given as text where its cell holds a shared string. */
    interface Row {

        void text(int column, byte[] text);

        void number(int column, double number);

        void end();
    }

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14
    };

    private final InputStream in;
    private final List<byte[]> strings;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;

    private ByteScanner(InputStream in, List<byte[]> strings) {
        this.in = in;
        this.strings = strings;
    }

    static void read(Path file, Row row) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<byte[]> strings = new ArrayList<>();
            try (InputStream in = zip.getInputStream(zip.getEntry("xl/sharedStrings.xml"))) {
                String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                for (int from = xml.indexOf("<t>"); from >= 0; from = xml.indexOf("<t>", from + 3)) {
                    strings.add(
                            xml.substring(from + 3, xml.indexOf('<', from + 3)).getBytes(StandardCharsets.UTF_8));
                }
            }
            try (InputStream in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
                new ByteScanner(in, strings).rows(row);
            }
        }
    }

    private void rows(Row row) throws IOException {
        int column = 0;
        boolean isText = false;
        boolean inData = false;
        for (int tag = nextTag(); tag >= 0; tag = nextTag()) {
            if (tag == 'c' && inData) {
                // <c r="A2" s="1" t="s">
                skip(4);
                column = next() - 'A' + 1;
                isText = false;
                int before = 0;
                for (int each = next(); each != '>'; each = next()) {
                    isText |= each == 't';
                    before = each;
                }
                column = before == '/' ? 0 : column;
            } else if (tag == 'v') {
                skip(1);
                value(row, column, isText);
            } else if (tag == 'r') {
                inData = true;
            } else if (tag == '/' && next() == 'r') {
                row.end();
            }
        }
    }

    private void value(Row row, int column, boolean isText) throws IOException {
        long digits = 0;
        int significant = 0;
        int decimals = -1;
        StringBuilder longer = new StringBuilder(0);
        for (int each = next(); each != '<'; each = next()) {
            if (each == '.') {
                decimals = 0;
            } else if (each >= '0' && each <= '9') {
                digits = digits * 10 + each - '0';
                significant += significant > 0 || each != '0' ? 1 : 0;
                decimals += decimals >= 0 ? 1 : 0;
            } else {
                significant = 99;
            }
            longer.append((char) each);
        }
        at--;
        if (isText) {
            row.text(column, strings.get((int) digits));
        } else if (significant > 15 || decimals >= POWERS.length) {
            row.number(column, Double.parseDouble(longer.toString()));
        } else {
            row.number(column, decimals > 0 ? digits / POWERS[decimals] : digits);
        }
    }

    /** The first letter of the next tag; -1 at the end. */
    private int nextTag() throws IOException {
        while (true) {
            while (at < end) {
                if (buffer[at++] == '<') {
                    return next();
                }
            }
            if (!fill()) {
                return -1;
            }
        }
    }

    private int next() throws IOException {
        if (at == end && !fill()) {
            return -1;
        }
        return buffer[at++];
    }

    private void skip(int bytes) throws IOException {
        for (int index = 0; index < bytes; index++) {
            next();
        }
    }

    private boolean fill() throws IOException {
        end = Math.max(0, in.read(buffer, 1, buffer.length - 1)) + 1;
        at = 1;
        return end > 1;
    }
}
