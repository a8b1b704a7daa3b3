package org.monthend.extract.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.monthend.extract.format.Reading.cells;
import static org.monthend.extract.format.Reading.number;
import static org.monthend.extract.format.Reading.refusal;
import static org.monthend.extract.format.Reading.remarks;
import static org.monthend.extract.format.Reading.rows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a file is, and what is wrong with it, before any cell of it counts. */
class ContainerTest {

    private static final String ONE_ROW = "<row><c><v>1</v></c></row>";

    private final Path folder;

    ContainerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static Stream<Arguments> otherFiles() {
        return Stream.of(
                Arguments.of("%PDF-1.7\n1 0 obj", "This is a PDF document"),
                Arguments.of("<html><table><tr><td>1", "This is a web page (HTML)"),
                Arguments.of("\ufeff \r\n<!DOCTYPE html><html>", "This is a web page (HTML)"),
                Arguments.of("<?xml version=\"1.0\"?><html xmlns=\"x\">", "This is a web page (HTML)"),
                Arguments.of(
                        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
                        "This is an XML Spreadsheet 2003"),
                Arguments.of("<?xml version=\"1.0\"?><data/>", "This is an XML document"),
                Arguments.of("{\\rtf1 text}", "This is a rich text document"),
                Arguments.of("ID;PWXL;N;E\r\n", "This is a SYLK file"),
                Arguments.of("{\"rows\": []}", "This is a JSON document"),
                Arguments.of("MIME-Version: 1.0\r\n", "This is a web archive"));
    }

    @ParameterizedTest
    @MethodSource("otherFiles")
    void aFileThatIsNoWorkbookIsNamedWhateverItIsCalled(String content, String sentence) throws IOException {
        Path file = Files.writeString(folder.resolve("return.xls"), content);

        assertThat(refusal(file).reason()).isEqualTo(Reason.NOT_A_WORKBOOK);
        assertThat(refusal(file)).hasMessageStartingWith(sentence);
    }

    @Test
    void theContentDecidesTheFormatNeverTheName() throws IOException {
        Path file = PackageSketch.ofRows(ONE_ROW).in(folder, "return.xls");

        assertThat(cells(file)).containsExactly(entry("A1", number("1")));
    }

    @Test
    void aFileThatIsNotThereIsNoFaultOfTheFile() {
        assertThatThrownBy(() -> Workbooks.open(folder.resolve("none.xlsx"), ReadLimits.standard()))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void anEmptyFileMayStillBeWritten() throws IOException {
        UnreadableWorkbook refusal = refusal(Files.createFile(folder.resolve("empty.xlsx")));

        assertThat(refusal.reason()).isEqualTo(Reason.EMPTY_FILE);
        assertThat(refusal.reason().mayStillBeWritten()).isTrue();
    }

    @Test
    void aWorkbookCutOffAnywhereMayStillBeWritten() throws IOException {
        byte[] whole =
                Files.readAllBytes(PackageSketch.ofRows(ONE_ROW.repeat(500)).in(folder));
        for (int length = 4; length < whole.length; length += 37) {
            Path file = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(whole, length));
            assertThat(refusal(file).reason()).isEqualTo(Reason.TRUNCATED);
            assertThat(refusal(file).reason().mayStillBeWritten()).isTrue();
        }
    }

    @Test
    void aChangedByteAnywhereIsNeverReadAsAnotherFigure() throws IOException {
        Path original = PackageSketch.ofRows("<row><c><v>1234567</v></c><c><v>0.5</v></c></row>".repeat(40))
                .in(folder);
        List<SheetRow> right = rows(original);
        byte[] whole = Files.readAllBytes(original);
        Path file = folder.resolve("changed.xlsx");
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x10;
            Files.write(file, changed);
            assertThat(valuesOrRefusal(file)).isIn(right, List.of());
        }
    }

    private static List<SheetRow> valuesOrRefusal(Path file) throws IOException {
        try (Workbook workbook = Workbooks.open(file, ReadLimits.standard())) {
            return workbook.sheets().isEmpty() || workbook.format() == Format.CSV
                    ? List.of()
                    : rows(workbook, workbook.sheets().get(0));
        } catch (UnreadableWorkbook refused) {
            return List.of();
        }
    }

    @Test
    void aWrongChecksumIsFoundEvenWhenTheTakerStopsEarly() throws IOException {
        byte[] bytes =
                Files.readAllBytes(PackageSketch.ofRows(ONE_ROW.repeat(2000)).in(folder));
        Path file = folder.resolve("changed.xlsx");
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int directory = indexOfEntry(bytes, PackageSketch.SHEET);
        zip.putInt(directory + 16, zip.getInt(directory + 16) + 1);
        Files.write(file, bytes);

        try (Workbook workbook = Workbooks.open(file, ReadLimits.standard())) {
            assertThatThrownBy(() -> workbook.rows(workbook.sheets().get(0), row -> false))
                    .isInstanceOfSatisfying(
                            UnreadableWorkbook.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.CORRUPT))
                    .hasMessageStartingWith("Sheet 'Return' is damaged (its checksum does not match)");
        }
    }

    /** Where the zip's directory begins to speak of a part: PK 1 2, the name 46 bytes behind it. */
    private static int indexOfEntry(byte[] zip, String name) {
        String octets = new String(zip, StandardCharsets.ISO_8859_1);
        return octets.lastIndexOf(name) - 46;
    }

    @Test
    void aPartThatStandsTwiceIsAmbiguous() throws IOException {
        Path file = PackageSketch.ofRows(ONE_ROW)
                .with("XL/Worksheets/Sheet1.XML", "<x/>")
                .in(folder);

        assertThat(refusal(file).reason()).isEqualTo(Reason.AMBIGUOUS_ZIP);
        assertThat(refusal(file)).hasMessageContaining("'XL/Worksheets/Sheet1.XML' twice");
    }

    @Test
    void aNameThatWouldLeaveTheFolderIsRemarkedOnAndNothingIsWritten() throws IOException {
        Path file = PackageSketch.ofRows(ONE_ROW).with("../../evil.txt", "evil").in(folder);

        assertThat(remarks(file)).extracting(Remark::kind).containsExactly(Remark.Kind.UNSAFE_PART_NAME);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    static Stream<Arguments> hostileParts() {
        String doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>";
        return Stream.of(
                        "[Content_Types].xml",
                        "_rels/.rels",
                        PackageSketch.WORKBOOK,
                        PackageSketch.SHEET,
                        PackageSketch.STRINGS,
                        PackageSketch.STYLES)
                .map(part -> Arguments.of(part, doctype));
    }

    @ParameterizedTest
    @MethodSource("hostileParts")
    void aDocumentTypeInAnyPartIsRefused(String part, String doctype) throws IOException {
        PackageSketch sketch = PackageSketch.ofRows("<row><c t='s'><v>0</v></c></row>")
                .withStrings("<si><t>a</t></si>")
                .withStyles("", 0);
        String content = new String(sketch.part(part), StandardCharsets.UTF_8);
        Path file = sketch.with(part, doctype + content.replace("<t>a</t>", "<t>&e;</t>"))
                .in(folder);

        assertThat(refusal(file).reason()).isEqualTo(Reason.DOCTYPE);
    }

    @Test
    void whatIsNoXmlIsRefusedByItsPartAndPlace() throws IOException {
        assertThat(refusal(PackageSketch.ofRows("<row><c><v>1</v></c><c><v>&undefined;</v></c></row>")
                        .in(folder)))
                .hasMessageStartingWith("Sheet 'Return', after cell A1, is damaged and cannot be read to its end;");
        assertThat(refusal(PackageSketch.ofRows("<row><c><v>1</v></row>").in(folder))
                        .reason())
                .isEqualTo(Reason.CORRUPT);
        assertThat(refusal(PackageSketch.ofRows("<a>".repeat(200)).in(folder)).reason())
                .isEqualTo(Reason.CORRUPT);
    }

    @Test
    void aMissingPartIsNamed() throws IOException {
        assertThat(refusal(PackageSketch.ofRows("").without(PackageSketch.SHEET).in(folder)))
                .hasMessageStartingWith("Sheet 'Return' is missing from the file")
                .extracting(UnreadableWorkbook::reason)
                .isEqualTo(Reason.MISSING_PART);
        assertThat(refusal(PackageSketch.ofRows("")
                                .withStrings("")
                                .without(PackageSketch.STRINGS)
                                .in(folder))
                        .reason())
                .isEqualTo(Reason.MISSING_PART);
        assertThat(refusal(PackageSketch.ofRows("").without("_rels/.rels").in(folder))
                        .reason())
                .isEqualTo(Reason.MISSING_PART);
    }

    @Test
    void otherZipsAreNamed() throws IOException {
        assertThat(zip(Map.of())).isEqualTo(Reason.NOT_A_WORKBOOK);
        assertThat(zip(Map.of("2015-12/CP.xlsx", "inner"))).isEqualTo(Reason.NOT_A_WORKBOOK);
        assertThat(zip(Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet")))
                .isEqualTo(Reason.MISSING_PART);
        assertThat(zip(Map.of("mimetype", "application/vnd.oasis.opendocument.text")))
                .isEqualTo(Reason.NOT_A_WORKBOOK);
        assertThat(zip(Map.of("META-INF/manifest.xml", "", "content.xml", ""))).isEqualTo(Reason.CORRUPT);
    }

    private Reason zip(Map<String, String> parts) throws IOException {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        parts.forEach((name, content) -> bytes.put(name, content.getBytes(StandardCharsets.UTF_8)));
        return refusal(PackageSketch.zip(folder.resolve("some.zip"), bytes)).reason();
    }

    static Stream<Arguments> otherOfficeDocuments() {
        return Stream.of(
                Arguments.of("vnd.ms-excel.sheet.binary.macroEnabled.main", Reason.CORRUPT),
                Arguments.of(
                        "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", Reason.NOT_A_WORKBOOK),
                Arguments.of(
                        "vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
                        Reason.NOT_A_WORKBOOK));
    }

    @ParameterizedTest
    @MethodSource("otherOfficeDocuments")
    void otherOfficeDocumentsAreNamedByTheirContentType(String type, Reason reason) throws IOException {
        PackageSketch sketch = PackageSketch.ofRows(ONE_ROW);
        String types = new String(sketch.part("[Content_Types].xml"), StandardCharsets.UTF_8)
                .replace("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", type);

        assertThat(refusal(sketch.with("[Content_Types].xml", types).in(folder)).reason())
                .isEqualTo(reason);
    }

    @Test
    void aPasswordIsARefusalEvenIfItIsTheOneThatEverybodyKnows() throws Exception {
        byte[] plain = Files.readAllBytes(PackageSketch.ofRows(ONE_ROW).in(folder));
        for (EncryptionMode mode : List.of(EncryptionMode.agile, EncryptionMode.standard)) {
            for (String password : List.of("secret", Decryptor.DEFAULT_PASSWORD)) {
                Path file = folder.resolve("protected.xlsx");
                try (POIFSFileSystem files = new POIFSFileSystem();
                        OutputStream bytes = Files.newOutputStream(file)) {
                    Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
                    encryptor.confirmPassword(password);
                    try (OutputStream inside = encryptor.getDataStream(files)) {
                        inside.write(plain);
                    }
                    files.writeFilesystem(bytes);
                }
                assertThat(refusal(file).reason()).isEqualTo(Reason.ENCRYPTED);
            }
        }
    }
}
