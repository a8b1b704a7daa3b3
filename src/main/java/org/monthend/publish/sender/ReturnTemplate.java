package org.monthend.publish.sender;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.publish.TimelessZip;
import org.monthend.scorecard.Edition;

/**
 * The template of a return for a month: every row that is due, with its names, units and last figures, and open cells
 * for what is asked. It is written in one of the return's own layouts, so that a filled one loads like any other file.
 */
public final class ReturnTemplate {

    private final MonthlyReturn due;
    private final ReportingMonth month;
    private final Catalogue catalogue;
    private final TemplateRows rows;
    private final Optional<Edition> lastEdition;
    private final List<TemplateTable> tables;

    /**
     * Makes the template.
     *
     * @param lastEdition the newest scorecard before the month, whose figures stand beside the open cells
     * @throws NoTemplate when the catalogue says too little, with what to add
     */
    public ReturnTemplate(Catalogue catalogue, MonthlyReturn due, ReportingMonth month, Optional<Edition> lastEdition) {
        this.catalogue = catalogue;
        this.due = due;
        this.month = month;
        this.lastEdition = lastEdition;
        this.rows = new TemplateRows(catalogue, due, month, new LastFigures(lastEdition));
        this.tables = tables();
    }

    private List<TemplateTable> tables() {
        List<TemplateTable> made = new ArrayList<>();
        for (List<String> alternatives : due.tables()) {
            Layout layout = alternatives.stream()
                    .flatMap(code -> catalogue.layout(code, month).stream())
                    .filter(TemplateTable::isWritable)
                    .min(Comparator.comparing(each -> !TemplateTable.isTidy(each)))
                    .orElseThrow(() -> new NoTemplate(
                            ("None of the layouts %s of the return %s can be written as a template in %s. Add one with a column"
                                            + " for each field to the catalogue's Layouts sheet, and 'or' its code to the return's tables.")
                                    .formatted(String.join(", ", alternatives), due.code(), month.longLabel())));
            TemplateTable table = rows.of(layout);
            if (table.rows().isEmpty()) {
                throw new NoTemplate(nothingDue(table));
            }
            made.add(table);
        }
        return made;
    }

    private String nothingDue(TemplateTable table) {
        if (table.subject().equals("measures")) {
            return due.measures().isEmpty()
                    ? "The catalogue names no measure of the return %s. Write its code into the column Return of the sheet Measures."
                            .formatted(due.code())
                    : "No measure of the return %s is due in %s.".formatted(due.code(), month.longLabel());
        }
        return "The catalogue has no %s for the return %s.".formatted(table.subject(), due.code());
    }

    /** The name under which the filled template is found as this return and month. */
    public String fileName() {
        String pattern = due.fileName();
        int star = pattern.indexOf('*');
        String named = star < 0
                ? pattern
                : pattern.substring(0, star)
                        + month
                        + pattern.substring(star + 1).replace("*", "");
        return named.replaceAll("[\\\\/:?\"<>|\\p{Cntrl}]", "_") + (named.matches(".*\\.[A-Za-z]{3,4}") ? "" : ".xlsx");
    }

    /** Writes the template and leaves the stream open; the same catalogue and figures always give the same bytes. */
    public void write(OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            describe(workbook.getProperties());
            TemplatePen pen = new TemplatePen(workbook);
            for (TemplateTable table : tables) {
                new TemplateSheet(pen, table, month, catalogue).write();
            }
            new TemplateInstructions(pen, due, month, tables, rows.measures(), lastEdition).write();
            workbook.write(bytes);
        }
        TimelessZip.copy(bytes.toByteArray(), out);
    }

    private void describe(POIXMLProperties properties) {
        Optional<Date> time =
                Optional.of(Date.from(month.lastDay().atStartOfDay().toInstant(ZoneOffset.UTC)));
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setTitle("%s return for %s".formatted(due.name(), month.longLabel()));
        core.setCreator("Monthend");
        core.setCreated(time);
        core.setModified(time);
    }
}
