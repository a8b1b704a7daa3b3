package org.monthend.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Returns of a few months with numbers that only the harness knows, the same for the same seed: what arrives comes in
 * waves, first a month at a time and then the corrections.
 */
final class Workload {

    static final int MONTHS = 3;
    static final String TRUST = "TRUST";
    static final List<String> ORGANISATIONS = List.of(TRUST, "TEAM");
    static final List<String> RETURNS = List.of("NORTH", "SOUTH", "WEST", "EAST");

    /** Under 24 months there is no seasonal adjustment, and so none in the oracle. */
    private static final int MONTHS_BEFORE = 11;

    private static final int CORRECTIONS = 2;
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("MMM-yy", Locale.UK);
    private static final List<String> HEADINGS =
            List.of("Measure", "Organisation", "Month", "Numerator", "Denominator", "Value", "Status", "Comment");

    private final Random random;
    private final int months;
    private final YearMonth first;
    private final List<List<SentFile>> waves = new ArrayList<>();

    Workload(long seed) {
        this(seed, MONTHS);
    }

    Workload(long seed, int months) {
        this.months = months;
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
        this.first = YearMonth.of(2015, 1).plusMonths(random.nextInt(24));
        for (int month = 0; month < months; month++) {
            YearMonth ofReturn = first.plusMonths(month);
            waves.add(RETURNS.stream().map(code -> firstSent(code, ofReturn)).toList());
        }
        for (int correction = 0; correction < CORRECTIONS; correction++) {
            waves.add(corrections());
        }
    }

    List<List<SentFile>> waves() {
        return waves;
    }

    List<YearMonth> months() {
        return Stream.iterate(first, month -> month.plusMonths(1)).limit(months).toList();
    }

    static boolean isSpreadsheet(String returnCode) {
        return returnCode.equals("NORTH") || returnCode.equals("WEST");
    }

    /** A return for a month as it is sent first; the first month's brings the year before with it. */
    private SentFile firstSent(String returnCode, YearMonth month) {
        List<Stated> rows = new ArrayList<>();
        YearMonth from = month.equals(first) ? month.minusMonths(MONTHS_BEFORE) : month;
        for (KnownMeasure measure : KnownMeasure.values()) {
            if (measure.returnCode().equals(returnCode)) {
                for (String organisation : ORGANISATIONS) {
                    for (YearMonth each = from; !each.isAfter(month); each = each.plusMonths(1)) {
                        rows.add(stated(new Stated.Key(measure, organisation, each)));
                    }
                }
            }
        }
        return file(returnCode, month, 1, rows);
    }

    /** One to three of the returns sent anew, each for one month and with at least one other figure. */
    private List<SentFile> corrections() {
        List<SentFile> wave = new ArrayList<>();
        List<String> returns = new ArrayList<>(RETURNS);
        java.util.Collections.shuffle(returns, random);
        for (String returnCode : returns.subList(0, 1 + random.nextInt(3))) {
            wave.add(corrected(newest(returnCode, first.plusMonths(random.nextInt(months)))));
        }
        return wave;
    }

    /** The file sent anew: its last row has another figure for certain, the others by chance. */
    SentFile corrected(SentFile file) {
        List<Stated> rows = new ArrayList<>();
        for (Stated row : file.rows()) {
            boolean isLast = rows.size() == file.rows().size() - 1;
            rows.add(isLast || random.nextInt(4) == 0 ? another(row) : row);
        }
        return file(file.returnCode(), file.month(), file.version() + 1, rows);
    }

    private Stated another(Stated row) {
        Stated other = stated(row.key());
        return other.saysTheSameAs(row) ? another(row) : other;
    }

    private SentFile newest(String returnCode, YearMonth month) {
        return waves.stream()
                .flatMap(List::stream)
                .filter(file ->
                        file.returnCode().equals(returnCode) && file.month().equals(month))
                .reduce((one, later) -> later)
                .orElseThrow();
    }

    private Stated stated(Stated.Key key) {
        if (random.nextInt(25) == 0) {
            return new Stated(key, Optional.empty(), Optional.empty(), Optional.empty());
        }
        // A series that steps up now and then, so that some arrows point somewhere.
        int level = 150 + 30 * ((key.month().getYear() * 12 + key.month().getMonthValue()) / 5 % 4);
        int size = level + random.nextInt(40);
        if (!key.measure().isRatio()) {
            String tenths = key.measure().decimals() == 0 ? "" : "." + random.nextInt(10);
            return new Stated(key, Optional.empty(), Optional.empty(), Optional.of(new BigDecimal(size + tenths)));
        }
        int denominator = key.measure() == KnownMeasure.CASELOAD ? 10 + random.nextInt(4) : 240 + random.nextInt(80);
        int numerator = key.measure() == KnownMeasure.RATE ? 8 + random.nextInt(6) : Math.min(size, denominator * 20);
        if (key.measure() == KnownMeasure.TIMELY) {
            numerator = Math.min(numerator, denominator);
        }
        return new Stated(
                key,
                Optional.of(BigDecimal.valueOf(numerator)),
                Optional.of(BigDecimal.valueOf(denominator)),
                Optional.empty());
    }

    /** A correction comes under the name of what it corrects, or under one of its own. */
    private SentFile file(String returnCode, YearMonth month, int version, List<Stated> rows) {
        boolean ownName = version > 1 && random.nextBoolean();
        boolean isSpreadsheet = isSpreadsheet(returnCode);
        String name = "%s-%s%s.%s"
                .formatted(
                        returnCode.toLowerCase(Locale.ROOT),
                        month,
                        ownName ? "-corrected-" + version : "",
                        isSpreadsheet ? "xlsx" : "csv");
        return new SentFile(
                returnCode, month, version, name, List.copyOf(rows), isSpreadsheet ? spreadsheet(rows) : text(rows));
    }

    private static byte[] text(List<Stated> rows) {
        StringBuilder text = new StringBuilder(String.join(",", HEADINGS)).append('\n');
        for (Stated row : rows) {
            text.append("%s,%s,%s,%s,%s,%s,%s,%n"
                    .formatted(
                            row.key().measure(),
                            row.key().organisation(),
                            WORDS.format(row.key().month()),
                            plain(row.numerator()),
                            plain(row.denominator()),
                            plain(row.value()),
                            row.figure().isEmpty() ? "-" : ""));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String plain(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("");
    }

    private static byte[] spreadsheet(List<Stated> rows) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet("Return");
            CellStyle month = workbook.createCellStyle();
            month.setDataFormat(workbook.createDataFormat().getFormat("mmm-yy"));
            XSSFRow top = sheet.createRow(0);
            for (int column = 0; column < HEADINGS.size(); column++) {
                top.createCell(column).setCellValue(HEADINGS.get(column));
            }
            for (Stated stated : rows) {
                XSSFRow row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                row.createCell(0).setCellValue(stated.key().measure().name());
                row.createCell(1).setCellValue(stated.key().organisation());
                row.createCell(2).setCellValue(stated.key().month().atEndOfMonth());
                row.getCell(2).setCellStyle(month);
                number(row, 3, stated.numerator());
                number(row, 4, stated.denominator());
                number(row, 5, stated.value());
                if (stated.figure().isEmpty()) {
                    row.createCell(6).setCellValue("-");
                }
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("a workbook in memory cannot be written", e);
        }
    }

    private static void number(XSSFRow row, int column, Optional<BigDecimal> number) {
        number.ifPresent(value -> row.createCell(column).setCellValue(value.doubleValue()));
    }

    /** The returns of the workload with the files that carry each, for those who ask. */
    static List<KnownMeasure> measuresOf(String returnCode) {
        return Arrays.stream(KnownMeasure.values())
                .filter(measure -> measure.returnCode().equals(returnCode))
                .toList();
    }
}
