package org.monthend.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.monthend.scorecard.Edition;

/**
 * Writes an edition as a workbook (xlsx) whose cells show what the page prints and hold real numbers.
 *
 * <p>On each sheet a value stands where the row of its code, in the column headed {@value #CODE}, meets the column of
 * its heading. Numbers are in the measure's own unit, as in the catalogue: 23 with the format 0\% for 23%.
 */
public final class ScorecardWorkbook {

    /** A row for each measure, a column for each thing that the page says of it. */
    public static final String SCORECARD = "Scorecard";

    /** Finance lines, then the distributions and the internal audits by category. */
    public static final String GOVERNANCE = "Governance";

    public static final String PROJECTS = "Projects";

    /** A row for each measure and month, with missing months in their place. */
    public static final String MONTHLY_FIGURES = "Monthly figures";

    /** How each measure is judged, and its reading; editions that kept no judgements have no such sheet. */
    public static final String JUDGEMENT = "Judgement";

    /** A row for each measure and locality; editions without localities have no such sheet. */
    public static final String LOCALITIES = "Localities";

    public static final String FORECAST = "Forecast";

    public static final String NOTES = "Notes";

    /** What a later edition of a month says otherwise than the one before it; a first edition has no such sheet. */
    public static final String REVISIONS = "Revisions";

    /** Heads the column of the codes of measures, finance lines, schemes and projects. */
    public static final String CODE = "Code";

    /** Row of the headings, from 0, on every sheet but Governance, which has three tables, and Notes. */
    public static final int HEADER_ROW = 4;

    public static final String BASELINE_RANK = "Baseline rank";
    public static final String BASELINE_FIGURE = "Baseline figure";
    public static final String TARGET = "Target";
    public static final String TREND = "6-month trend";
    public static final String READING = "Reading";
    public static final String VARIATION = "Variation";
    public static final String ASSURANCE = "Assurance";
    public static final String BUDGET = "Budget";
    public static final String FORECAST_OUTTURN = "Forecast";
    public static final String VARIANCE = "Forecast variance";
    public static final String CATEGORY = "Category";
    public static final String FIGURE = "Figure";
    public static final String PROGRESS = "Progress (RAG)";
    public static final String FINANCE = "Forecast variance (RAG)";
    public static final String NARRATIVE = "Status";

    /** Writes the workbook and leaves the stream open; the same edition always gives the same bytes. */
    public void write(Edition edition, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            describe(workbook.getProperties(), edition);
            Pen pen = new Pen(workbook);
            SheetFrame frame = new SheetFrame(workbook, pen, new EditionText(edition));
            ScorecardSheet scorecard = new ScorecardSheet(frame, pen);
            scorecard.write();
            new GovernanceSheet(frame, pen).write();
            new ProjectsSheet(frame, pen).write();
            scorecard.addSparklines(new MonthlyFiguresSheet(frame, pen).write());
            new JudgementSheet(frame, pen).write();
            new LocalitiesSheet(frame, pen).write();
            new ForecastSheet(frame, pen).write();
            new RevisionsSheet(frame, pen).write();
            new NotesSheet(frame, pen).write();
            workbook.write(bytes);
        }
        TimelessZip.copy(bytes.toByteArray(), out);
    }

    private static void describe(POIXMLProperties properties, Edition edition) {
        Optional<Date> time = Optional.of(Date.from(edition.dataAsAt()));
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setTitle(new EditionText(edition).documentTitle());
        core.setCreator("Monthend");
        core.setLastModifiedByUser("Monthend");
        core.setCreated(time);
        core.setModified(time);
    }
}
