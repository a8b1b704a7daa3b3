package org.monthend.validate;

import org.monthend.catalogue.Layout;
import org.monthend.extract.LayoutSketch;

/** Layouts made up for tests, one for each kind of row. */
public final class SmallLayouts {

    private static final String CODES = """
            code         |          | - = nothing to report
            code         |          | .. = not available
            """;

    public static final Layout TIDY = LayoutSketch.layout("TIDY", """
            sheet        |          | Return*
            rows are     |          | measures
            measure      | column   | Measure
            organisation | column   | Organisation
            month        | column   | Month
            numerator    | column   | Numerator
            denominator  | column   | Denominator
            value        | column   | Value
            status       | column   | Status
            comment      | column   | Comment
            pass over    |          | Total*
            notes        |          | Notes*
            """ + CODES);

    public static final Layout ACROSS = LayoutSketch.layout("ACROSS", """
            sheet        |          | CP*
            measure      | column   | Measure
            organisation | constant | TRUST
            figure       | column   | Figure
            month        | across   | {month}
            """ + CODES);

    public static final Layout GRADES = LayoutSketch.layout("GRADES", """
            sheet        |          | Grades*
            rows are     |          | distribution
            scheme       | constant | GRADE
            category     | column   | Grade
            organisation | column   | Area
            month        | title    | Audited in {month}
            count        | column   | Files
            share        | column   | Share
            """);

    public static final Layout FINANCE = LayoutSketch.layout("FINANCE", """
            sheet        |          | Finance*
            rows are     |          | finance
            line         | column   | Line
            organisation | constant | TRUST
            month        | constant | Dec-15
            budget       | column   | Budget   | pounds
            forecast     | column   | Forecast | pounds
            variance     | column   | Variance | pounds
            """ + CODES);

    public static final Layout SPEND = LayoutSketch.layout("SPEND", """
            sheet         |          | Finance*
            rows are      |          | finance
            line          | column   | Line
            organisation  | constant | TRUST
            month         | constant | Dec-15
            budget        | column   | Budget        | pounds
            spend to date | column   | Spend to date | £k
            committed     | column   | Committed     | £k
            """ + CODES);

    public static final Layout OPINIONS = LayoutSketch.layout("OPINIONS", """
            sheet        |          | Audit*
            rows are     |          | audit opinions
            scheme       | constant | OPINION
            category     | column   | Opinion
            organisation | constant | TRUST
            month        | constant | Dec-15
            count        | column   | Number
            """);

    public static final Layout PROJECTS = LayoutSketch.layout("PROJECTS", """
            sheet        |          | Projects*
            rows are     |          | projects
            project      | column   | Project
            organisation | constant | TRUST
            month        | constant | Dec-15
            progress     | column   | Progress
            finance      | column   | Finance
            narrative    | column   | Status
            """);

    private SmallLayouts() {}
}
