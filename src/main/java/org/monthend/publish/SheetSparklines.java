package org.monthend.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;

/** Sparklines inside cells, as Excel 2010 and LibreOffice 7.4 and later draw them; older programs leave the cells empty. */
final class SheetSparklines {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
    private static final String FORMULAS = "http://schemas.microsoft.com/office/excel/2006/main";
    private static final String EXTENSION = "{05C60535-1F16-4fd2-B693-F4F36F0B64E0}";

    /** The elements of sparklines by how empty cells are drawn: as a gap, or spanned where figures are quarterly. */
    private final Map<String, StringBuilder> groups = new LinkedHashMap<>();

    void add(int row, int column, MonthlyFiguresSheet.Range range) {
        groups.computeIfAbsent(range.spansGaps() ? "span" : "gap", key -> new StringBuilder())
                .append("<x14:sparkline><xm:f>'%s'!%s</xm:f><xm:sqref>%s</xm:sqref></x14:sparkline>"
                        .formatted(
                                ScorecardWorkbook.MONTHLY_FIGURES,
                                range.cells(),
                                new CellReference(row, column).formatAsString()));
    }

    /** To be called last: POI knows nothing of sparklines, so the extension is put behind all else that it writes. */
    void addTo(XSSFSheet sheet) {
        if (groups.isEmpty()) {
            return;
        }
        StringBuilder xml = new StringBuilder();
        xml.append("<extLst xmlns=\"%s\"><ext uri=\"%s\" xmlns:x14=\"%s\"><x14:sparklineGroups xmlns:xm=\"%s\">"
                .formatted(MAIN, EXTENSION, X14, FORMULAS));
        groups.forEach((emptyCells, sparklines) -> xml.append(
                        "<x14:sparklineGroup lineWeight=\"1.25\" displayEmptyCellsAs=\"%s\" last=\"1\" displayHidden=\"1\">"
                                .formatted(emptyCells))
                .append("<x14:colorSeries rgb=\"FF1D3F58\"/><x14:colorLast rgb=\"FF1D3F58\"/>")
                .append("<x14:sparklines>")
                .append(sparklines)
                .append("</x14:sparklines></x14:sparklineGroup>"));
        xml.append("</x14:sparklineGroups></ext></extLst>");
        try (XmlCursor extension = XmlObject.Factory.parse(xml.toString()).newCursor();
                XmlCursor end = sheet.getCTWorksheet().newCursor()) {
            extension.toFirstChild();
            end.toEndToken();
            extension.copyXml(end);
        } catch (XmlException ourOwnFault) {
            throw new IllegalStateException("the sparklines are not well-formed", ourOwnFault);
        }
    }
}
