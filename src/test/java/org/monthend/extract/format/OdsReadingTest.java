package org.monthend.extract.format;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.monthend.extract.format.OdsSketch.blanks;
import static org.monthend.extract.format.OdsSketch.cell;
import static org.monthend.extract.format.OdsSketch.row;
import static org.monthend.extract.format.OdsSketch.text;
import static org.monthend.extract.format.Reading.number;
import static org.monthend.extract.format.Reading.percent;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OdsReadingTest {

    private static final String RAISED = "<style:style style:name='T1' style:family='text'>"
            + "<style:text-properties style:text-position='super 58%'/></style:style>"
            + "<style:style style:name='T2' style:family='text'>"
            + "<style:text-properties style:text-position='-33% 58%'/></style:style>"
            + "<style:style style:name='T3' style:family='text' style:parent-style-name='Note'/>";

    private final Path folder;

    OdsReadingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void valuesAreTakenAsTheyAreStoredNotAsTheyAreShown() throws IOException {
        assertThat(Reading.cells(OdsSketch.ofRows(row(
                                cell("float", "0.28999999999999998"),
                                cell("percentage", "0.875"),
                                cell("currency", "1234.5"),
                                cell("date", "2015-12-01"),
                                cell("date", "2016-10-20T00:00:00"),
                                cell("date", "2015-12-31T08:30:00.5"),
                                cell("time", "PT36H00M00.000000000000S"),
                                cell("boolean", "true"),
                                text("CP"),
                                cell("float", "many"),
                                cell("date", "2015-02-30"),
                                cell("time", "soon"),
                                cell("boolean", "perhaps"),
                                cell("colour", "red")))
                        .in(folder)))
                .containsExactly(
                        entry("A1", number("0.29")),
                        entry("B1", percent("0.875")),
                        entry("C1", number("1234.5")),
                        entry("D1", new CellValue.Date(LocalDate.of(2015, 12, 1))),
                        entry("E1", new CellValue.Date(LocalDate.of(2016, 10, 20))),
                        entry("F1", new CellValue.Moment(LocalDateTime.parse("2015-12-31T08:30:00.5"))),
                        entry("G1", new CellValue.Elapsed(Duration.ofHours(36))),
                        entry("H1", new CellValue.Logical(true)),
                        entry("I1", Reading.text("CP")),
                        entry("J1", new CellValue.Unreadable(CellValue.Fault.NOT_A_NUMBER, "many")),
                        entry("K1", new CellValue.Unreadable(CellValue.Fault.NOT_A_DATE, "2015-02-30")),
                        entry("L1", new CellValue.Unreadable(CellValue.Fault.NOT_A_DATE, "soon")),
                        entry("M1", new CellValue.Unreadable(CellValue.Fault.UNKNOWN_KIND, "perhaps")),
                        entry("N1", new CellValue.Unreadable(CellValue.Fault.UNKNOWN_KIND, "red")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "of:=[.A1] | office:value-type='float' office:value='4' | 4 | Number[value=4, percentFormat=false]",
                "of:=NumFmt() | office:value-type='float' office:value='0' | #NAME? | Error[code=#NAME?]",
                "of:=1/0 | office:value-type='string' office:string-value='' calcext:value-type='error' | #DIV/0! | Error[code=#DIV/0!]",
                "of:=X | office:value-type='string' office:string-value='' | Err:508 | Error[code=Err:508]",
                "of:=[.A1] | office:value-type='float' | '' | UncomputedFormula[formula=[.A1]]",
                "of:=[.A1] | calcext:value-type='float' | '' | UncomputedFormula[formula=[.A1]]",
                "of:=T() | office:value-type='string' office:string-value='whole' | shown | Text[text=whole, footnoteMark=]"
            })
    void aFormulaStandsForItsStoredValue(String formula, String attributes, String shown, String value)
            throws IOException {
        String cell = "<table:table-cell table:formula='%s' %s><text:p>%s</text:p></table:table-cell>";

        assertThat(Reading.cells(OdsSketch.ofRows(row(cell.formatted(formula, attributes, shown)))
                        .in(folder)))
                .hasSize(1)
                .allSatisfy((address, cellValue) -> assertThat(cellValue).hasToString(value));
    }

    @Test
    void anEmptyTextIsBlankAndATypedErrorIsText() throws IOException {
        assertThat(Reading.cells(OdsSketch.ofRows(row(
                                text(""),
                                "<table:table-cell table:formula='of:=T()' office:value-type='string' office:string-value=''><text:p/></table:table-cell>",
                                text("#N/A"),
                                "<table:table-cell><text:p>untyped</text:p></table:table-cell>"))
                        .in(folder)))
                .containsExactly(entry("C1", Reading.text("#N/A")), entry("D1", Reading.text("untyped")));
    }

    @Test
    void superscriptIsAFootnoteMarkAndMarkupIsNoText() throws IOException {
        Path file = OdsSketch.of(
                        RAISED,
                        "<table:table table:name='Return'>"
                                + row(
                                        text("17<text:span text:style-name='T1'>2</text:span>"),
                                        text("H<text:span text:style-name='T2'>2</text:span>O"),
                                        text("Year<text:span text:style-name='T3'>a</text:span>"),
                                        text(
                                                "\n  two\n  words<text:s text:c='2'/>and<text:line-break/>more<text:tab/>"),
                                        text("one</text:p><text:p><text:a>two</text:a><text:note>x</text:note>"),
                                        "<table:table-cell office:value-type='string'><office:annotation><text:p>a comment</text:p></office:annotation><text:p>kept</text:p></table:table-cell>")
                                + "</table:table>")
                .withNamedStyles(
                        "<style:style style:name='Note' style:family='text'><style:text-properties style:text-position='33% 58%'/></style:style>")
                .in(folder);

        assertThat(Reading.cells(file))
                .containsExactly(
                        entry("A1", new CellValue.Text("17", "2")),
                        entry("B1", Reading.text("H2O")),
                        entry("C1", new CellValue.Text("Year", "a")),
                        entry("D1", Reading.text("two words  and\nmore\t")),
                        entry("E1", Reading.text("one\ntwo")),
                        entry("F1", Reading.text("kept")));
    }

    @Test
    void repeatsOfValuesAreGivenAndRepeatsOfBlanksOnlyCounted() throws IOException {
        String repeated =
                "<table:table-cell table:number-columns-repeated='2' office:value-type='float' office:value='7'/>";
        Path file = OdsSketch.ofRows("<table:table-row table:number-rows-repeated='3'>" + blanks(16384)
                        + "</table:table-row><table:table-row table:number-rows-repeated='2' table:visibility='filter'>"
                        + blanks(2) + repeated + blanks(16380)
                        + "</table:table-row><table:table-row table:number-rows-repeated='1048570'>" + blanks(20000)
                        + "</table:table-row><table:table-row table:number-rows-repeated='900000000'>" + blanks(1)
                        + "</table:table-row>")
                .in(folder);

        assertThat(Reading.rows(file))
                .containsExactly(
                        new SheetRow(4, List.of(new Cell(4, 3, number("7")), new Cell(4, 4, number("7"))), true),
                        new SheetRow(5, List.of(new Cell(5, 3, number("7")), new Cell(5, 4, number("7"))), true));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 16385, LIMIT_COLUMNS",
        "1048577, 1, LIMIT_ROWS",
        "1048576, 16384, LIMIT_RATIO",
        "0, 1, CORRUPT",
        "99999999999, 1, CORRUPT"
    })
    void aRepeatBeyondALimitIsRefusedByItsName(String rows, String columns, Reason reason) throws IOException {
        Path file = OdsSketch.ofRows("<table:table-row table:number-rows-repeated='" + rows
                        + "'><table:table-cell office:value-type='float' office:value='1' table:number-columns-repeated='"
                        + columns + "'/></table:table-row>")
                .in(folder);

        assertThat(Reading.refusal(file).reason()).isEqualTo(reason);
    }

    @Test
    void theHandlerStopsARepeatedRow() throws IOException {
        Path file = OdsSketch.ofRows("<table:table-row table:number-rows-repeated='1000000'>" + cell("float", "1")
                        + "</table:table-row>")
                .in(folder);
        int[] taken = new int[1];
        try (Workbook workbook = Workbooks.open(file, ReadLimits.standard())) {
            workbook.rows(workbook.sheets().get(0), row -> ++taken[0] < 3);
        }
        assertThat(taken[0]).isEqualTo(3);
    }

    @Test
    void spansAreMergedRanges() throws IOException {
        String spanning = "<table:table-cell table:number-columns-spanned='2' table:number-rows-spanned='%d'"
                + " office:value-type='float' office:value='1'/><table:covered-table-cell/>";
        Path file = OdsSketch.ofRows(row(blanks(1), spanning.formatted(2)) + row(blanks(3))
                        + "<table:table-row table:number-rows-repeated='2'>" + spanning.formatted(1)
                        + "</table:table-row>")
                .in(folder);
        try (Workbook workbook = Workbooks.open(file, ReadLimits.standard())) {
            assertThat(workbook.mergedRanges(workbook.sheets().get(0)))
                    .extracting(MergedRange::address)
                    .containsExactly("B1:C2", "A3:B3", "A4:B4");
        }
        assertThat(Reading.refusal(file, Reading.limit("mergedRanges", 2)).reason())
                .isEqualTo(Reason.LIMIT_MERGED_RANGES);
    }

    @Test
    void sheetsAreGivenByNameInOrderAndCopiesOfOtherWorkbooksAreNotSheets() throws IOException {
        Path file = OdsSketch.of(
                        "<style:style style:name='ta2' style:family='table'><style:table-properties table:display='false'/></style:style>",
                        "<table:table table:name='Cover'/>"
                                + "<table:table table:name='&apos;file:///share/b.ods&apos;#CP'>" + row(text("copy"))
                                + "</table:table><table:table table:name='CP' table:style-name='ta2'>"
                                + "<table:table-column table:visibility='collapse' table:number-columns-repeated='2'/>"
                                + "<table:table-row-group table:display='false'><table:table-header-rows>"
                                + row(text("here")) + "</table:table-header-rows></table:table-row-group>"
                                + row(text("there")) + "</table:table>")
                .with("Basic/script-lc.xml", "")
                .in(folder);

        try (Workbook workbook = Workbooks.open(file, ReadLimits.standard())) {
            assertThat(workbook.format()).isEqualTo(Format.ODS);
            assertThat(workbook.sheets())
                    .containsExactly(
                            new SheetInfo(0, "Cover", Visibility.VISIBLE), new SheetInfo(1, "CP", Visibility.HIDDEN));
            assertThat(Reading.rows(workbook, workbook.sheets().get(0))).isEmpty();
            assertThat(Reading.rows(workbook, workbook.sheets().get(1)))
                    .containsExactly(
                            new SheetRow(1, List.of(new Cell(1, 1, Reading.text("here"))), true),
                            new SheetRow(2, List.of(new Cell(2, 1, Reading.text("there"))), false));
            assertThat(workbook.remarks())
                    .extracting(Remark::kind)
                    .containsExactlyInAnyOrder(
                            Remark.Kind.MACROS, Remark.Kind.EXTERNAL_LINKS, Remark.Kind.HIDDEN_COLUMNS);
            assertThat(workbook.remarks()).extracting(Remark::sentence).anyMatch(line -> line.contains("(A:B)"));
        }
    }

    @Test
    void aPasswordIsARefusal() throws IOException {
        assertThat(Reading.refusal(OdsSketch.ofRows("")
                                .with(
                                        "META-INF/manifest.xml",
                                        "<m:manifest xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'><m:file-entry m:full-path='content.xml'><m:encryption-data/></m:file-entry></m:manifest>")
                                .in(folder))
                        .reason())
                .isEqualTo(Reason.ENCRYPTED);
    }

    @Test
    void aTextLongerThanACellMakesTheCellUnreadable() throws IOException {
        assertThat(Reading.cells(OdsSketch.ofRows(row(text("<text:s text:c='999999999'/>"), text("x".repeat(32_768))))
                        .in(folder)))
                .hasSize(2)
                .allSatisfy((address, value) -> assertThat(value)
                        .isInstanceOfSatisfying(
                                CellValue.Unreadable.class,
                                unreadable -> assertThat(unreadable.fault()).isEqualTo(CellValue.Fault.TEXT_TOO_LONG)));
    }

    @Test
    void otherOpenDocumentsAreNoWorkbooks() throws IOException {
        assertThat(Reading.refusal(new OdsSketch()
                                .with("META-INF/manifest.xml", "<manifest/>")
                                .with("content.xml", "<content><body><text/></body></content>")
                                .in(folder))
                        .reason())
                .isEqualTo(Reason.NOT_A_WORKBOOK);
    }

    @Test
    void aDocumentTypeIsRefused() throws IOException {
        assertThat(Reading.refusal(OdsSketch.ofRows("")
                                .with("content.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>")
                                .in(folder))
                        .reason())
                .isEqualTo(Reason.DOCTYPE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1899-12-30 | 42339 | Date[day=2015-12-01]",
                "1904-01-01 | 40877 | Date[day=2015-12-01]",
                "1900-01-01 | 42337 | Unreadable[fault=UNKNOWN_FORMAT, excerpt=42337]",
                "1899-12-30 | -1.2 | Unreadable[fault=NO_SUCH_DAY, excerpt=-1.2]"
            })
    void aSerialNumberUnderADateFormatIsADay(String zero, String serial, String value) throws IOException {
        String styles = "<number:date-style xmlns:number='n' style:name='N37P0'/>"
                + "<number:text-style xmlns:number='n' style:name='N37'><style:map style:apply-style-name='N37P0'/></number:text-style>"
                + "<style:style style:name='ce1' style:family='table-cell' style:data-style-name='N37'/>"
                + "<style:style style:name='ce2' style:family='table-cell' style:parent-style-name='ce1'/>";
        String table = "<table:calculation-settings><table:null-date table:date-value='" + zero
                + "'/></table:calculation-settings><table:table table:name='Return'>"
                + "<table:table-column/><table:table-column table:number-columns-repeated='2' table:default-cell-style-name='ce2'/>"
                + row(cell("float", serial), blanks(1), cell("float", serial)) + "</table:table>";

        assertThat(Reading.cells(OdsSketch.of(styles, table).in(folder)))
                .containsEntry("A1", number(serial))
                .extractingByKey("C1")
                .hasToString(value);
    }

    @Test
    void aPercentageFormatMakesAFigureAPercentage() throws IOException {
        String styles = "<number:percentage-style xmlns:number='n' style:name='N11'/>"
                + "<style:style style:name='ce1' style:family='table-cell' style:data-style-name='N11'/>";
        String figure = "<table:table-cell table:style-name='ce1' office:value-type='float' office:value='0.875'/>";

        assertThat(Reading.cells(
                        OdsSketch.of(styles, "<table:table table:name='Return'>" + row(figure) + "</table:table>")
                                .in(folder)))
                .containsExactly(entry("A1", percent("0.875")));
    }
}
