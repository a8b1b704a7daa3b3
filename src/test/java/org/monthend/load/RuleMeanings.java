package org.monthend.load;

import org.monthend.extract.format.Reason;
import org.monthend.validate.Rule;

/** What each rule and each reason means, as docs/rules.md explains it. A new one must not compile without its words. */
final class RuleMeanings {

    private RuleMeanings() {}

    static String of(Rule rule) {
        return switch (rule) {
            case UNREADABLE_WORKBOOK ->
                "What the file is decides, not what it is called. Encrypted, broken off, spoilt and foreign files are"
                        + " refused, and so are those beyond a limit, with the one that they exceed. The reasons have codes"
                        + " of their own, listed below.";
            case UNKNOWN_RETURN ->
                "The name of the file must fit the file name of exactly one return of the catalogue's Returns sheet.";
            case MACROS -> "Macros are left where they are. The values stored in the cells are read.";
            case EXTERNAL_LINKS ->
                "No link is followed. The values that were stored when the workbook was last saved are read, and they may be"
                        + " out of date.";
            case DECODED_ENCODING ->
                "A CSV ought to be UTF-8. One that is not is read as Windows-1252, which is what Excel writes; cells with"
                        + " damaged characters are not read.";
            case UNUSUAL_FILE ->
                "Something that does no harm but that its sender may not know of: hidden rows or columns, rows stored twice,"
                        + " records of different width, a delimiter that is no comma or that is in doubt, a second table"
                        + " that fits another layout.";
            case UNFINISHED_FILE ->
                "A file that is empty, breaks off, or changes while it is read may still be on its way. It is deferred: nothing"
                        + " of it is kept, and the next run looks at it again.";
            case LAYOUT_MISFIT ->
                "A layout finds its table by the words of the headings. When one is missing or stands there twice, nothing is"
                        + " read, because a figure from the wrong column would be wrong. Where the return was loaded before,"
                        + " the message says what has moved since: \"the heading 'Attendances' was in column F last month and"
                        + " is now in G\".";
            case WRONG_MONTH -> "Folder, file name, title and months of the rows must speak of the same month.";
            case NO_ROWS ->
                "A return without a row of data is never a success, and what was loaded before stays as it is.";
            case HIDDEN_SHEETS -> "What nobody sees nobody has checked, so hidden sheets are not looked at.";
            case ROWS_PASSED_OVER ->
                "The layout says which rows are totals. They are counted and not loaded, so that nothing is counted twice.";
            case NOT_A_NUMBER ->
                "Figures are read as British hands write them: 1,234.5 · -£514K · £42.3M · 87%. What could mean several things,"
                        + " such as 1,23 or (15) or <5, is not guessed.";
            case UNCOMPUTED_FORMULA ->
                "A formula that was stored without a value is neither 0 nor blank: nobody has calculated it yet.";
            case ERROR_VALUE -> "#DIV/0!, #REF!, #N/A and their like are no figures.";
            case UNREADABLE_MONTH ->
                "Months are read in all British forms. 15-Dec, which is a day or a month of 2015, is not guessed.";
            case UNKNOWN_MEASURE ->
                "Names and codes are compared without regard to case, spaces and footnote marks; a code may have spaces in it."
                        + " Nothing else is forgiven: a Cyrillic М is no M, and nothing is created.";
            case UNKNOWN_ORGANISATION -> "As for measures: 7 is not 007.";
            case UNKNOWN_STATUS ->
                "A status stands in place of a figure. Which words mean what stands in the layout's rows named code.";
            case STRAY_SIGN -> "A plus sign says that a figure is a difference. Budgets and forecasts are none.";
            case UNKNOWN_CATEGORY -> "The category must be one of its scheme on the Categories sheet.";
            case UNKNOWN_FINANCE_LINE -> "The line must be one of the Finance lines sheet.";
            case UNKNOWN_PROJECT -> "The project must be one of the Projects sheet.";
            case MARK_WITHOUT_NOTE ->
                "17* is 17 and a footnote. The note stands beneath the table or in the row's comment.";
            case NAME_MISSING -> "A row with figures must say what they are about.";
            case UNREADABLE_TEXT ->
                "A comment or narrative that is too long or damaged. The figures of the row do not depend on it.";
            case MIXED_SCALES ->
                "0.87 beside 87 may be 87% or less than one per cent. Where numerator and denominator do not tell, and the"
                        + " layout does not say how the column is written, nothing of the return is loaded. A real 0.5%"
                        + " beside 87 is written with its sign, or the column is declared: percent or fraction in the Unit"
                        + " column of the Layouts sheet.";
            case FRACTION_INCOMPLETE ->
                "A measure that is a fraction has both parts or neither; one that is none has no denominator.";
            case DENOMINATOR_NOT_POSITIVE -> "Nothing divided by nothing is not 0%.";
            case NUMERATOR_ABOVE_DENOMINATOR -> "No more than all of them can have been in time.";
            case VALUE_DISAGREES ->
                "A value stated beside numerator and denominator must be what they give, within its own rounding: 93% may be"
                        + " anything from 92.5% to 93.5%.";
            case NOTHING_STATED ->
                "A blank cell says nothing: not 0, and not 'nothing to report' either. A status says which it is.";
            case FIGURE_AND_STATUS -> "A row cannot both have a figure and say that there is none.";
            case MONTH_AFTER_RETURN -> "A return of December knows nothing of January.";
            case PERCENTAGE_OUT_OF_RANGE -> "A percentage is a share of a whole.";
            case NEGATIVE_FIGURE -> "Nobody can be counted less than not at all.";
            case VARIANCE_DISAGREES ->
                "Budget and forecast are rounded, so their difference lies between two figures; the variance must too.";
            case NOT_A_QUARTER_END ->
                "The figure of a quarter stands under the quarter's last month, or it would be counted under another.";
            case MONTH_TOO_OLD ->
                "Dec-05 typed for Dec-15 would otherwise restate a month of ten years ago without a word. Where months stand"
                        + " across the table the rule is silent.";
            case SAME_ROW_TWICE -> "The same said twice counts once.";
            case CONTRADICTING_ROWS ->
                "Which of two different figures is right is for their sender to say; none is loaded.";
            case SHARES_DO_NOT_ADD_UP ->
                "The shares of all categories make 100%, but for rounding. When a row of a distribution is refused, none of it"
                        + " is loaded: the other shares would be wrong.";
            case MEASURE_MISSING ->
                "The Return column of the Measures sheet says which return states a measure. Measures under development or"
                        + " retired are not asked for, quarterly ones at the end of a quarter only. It is enough that one row"
                        + " speaks of the measure in the return's month.";
            case CATEGORY_MISSING ->
                "A table of grades or opinions names all categories of its scheme, or the reader cannot tell 0 from forgotten.";
            case PARTS_DISAGREE ->
                "Where one return states a whole and its localities, the localities' numerators and denominators, or their"
                        + " counts, add up to it; a whole that is stated as a percentage or rate alone may differ from the"
                        + " ratio of the sums by its rounding. Where a locality of the catalogue gives no figure, the others"
                        + " may be less than the whole, and never more. Figures of localities without numerator and"
                        + " denominator that are no counts have no sum. The whole counts as it is stated.";
            case QUARTER_DISAGREES ->
                "A quarter that a team reports as such stands beside what its months give. They must agree to what the page"
                        + " shows. It is found when the scorecard is computed, because the months may come in other returns"
                        + " and later.";
            case COPY_OF_LAST_MONTH ->
                "A return that is last month's file under a new date. All figures of measures are compared, numerators and"
                        + " denominators included; quarterly measures are left out. At least two different figures other than"
                        + " 0 that have moved in the months before must be among them, so that measures which never change"
                        + " are no sign of it.";
            case OUTSIDE_OWN_LIMITS ->
                "What is usual is told by the measure's own figures for the organisation: mean ± 2.66 × mean moving range of"
                        + " the last 12 to 24 figures (XmR limits, docs/algorithms.md section 4), rounded outwards to what the"
                        + " page shows. A figure within one mean range of the last one is not asked about either, so that a"
                        + " level which has moved is asked about once. Measures of rolling three months are left out: their"
                        + " months overlap.";
            case RESTATED_MONTH ->
                "What is already loaded for an earlier month is replaced by what this return says, as a new revision; the old"
                        + " figure is kept. A figure stated again as it was says nothing new and is not mentioned.";
            case RESTATED_CLOSED_MONTH ->
                "The same, but a scorecard of that month has been published, so the figure on paper and the figure in the"
                        + " warehouse differ from now on. This includes the return's own month.";
            case ORGANISATION_MISSING ->
                "Where the rows name organisations, those of the month before are expected again. A return that comes in"
                        + " several files is compared with the file of last month that shares an organisation with it; one"
                        + " that comes in more than 20 files is not compared.";
            case HISTORY_LEFT_OUT ->
                "The history of the last three years is read once for all returns of a month, while it holds at most three"
                        + " million figures. Where it holds more, each return looks up its own, and at most 10,000 measures"
                        + " and organisations of it: a larger one loads all the same, and says what was left out.";
        };
    }

    /** An example that takes several returns, which other tests load. */
    static String exampleOfSeveralReturns(Rule rule) {
        if (rule != Rule.QUARTER_DISAGREES) {
            throw new IllegalArgumentException(rule + " has no example");
        }
        return """
                `corporate scorecard dec-15.xlsx`, and after it the returns of July to September 2015, whose months make 47.9:
                ```
                sheet Scorecard
                Measure|2015/16 Qtr2
                CPP per 10,000 population|55
                ```
                > QUERY R410 at Scorecard!B2: CPP per 10,000 population in 2015/16 Qtr2 was reported as 55 in the scorecard of Dec-15, but its months make it 47.9. %s

                The return stays loaded; the scorecard shows what the months make.
                """.formatted(rule.howToFix());
    }

    /** What the tolerance of the rule is; empty where it has none. */
    static String tolerance(Rule rule) {
        return switch (rule) {
            case VARIANCE_DISAGREES -> "pounds by which a variance may miss what the rounded figures allow";
            case SHARES_DO_NOT_ADD_UP -> "percentage points by which shares may miss 100%";
            case PARTS_DISAGREE ->
                "by how much sums may miss the whole: cases above or below the line, or the measure's unit where it has none";
            case MONTH_TOO_OLD -> "months before the return's that a row may be about";
            case COPY_OF_LAST_MONTH -> "the fewest figures of which this is said";
            case OUTSIDE_OWN_LIMITS -> "by what the limits are multiplied: 1.5 asks less often";
            default -> "";
        };
    }

    static String of(Reason reason) {
        return switch (reason) {
            case EMPTY_FILE -> "The file has no content.";
            case TRUNCATED -> "The file breaks off.";
            case ENCRYPTED -> "It is protected by a password.";
            case NOT_A_WORKBOOK -> "It is something else: a PDF, a picture, a web page, a plain zip.";
            case MISNAMED -> "It is named as a text table and holds a workbook.";
            case OLD_EXCEL -> "It was saved by Excel 5 or 95.";
            case CORRUPT -> "Its content contradicts itself, so that some figure would be wrong.";
            case MISSING_PART -> "A part that the workbook names is not in it.";
            case AMBIGUOUS_ZIP -> "Two readers would see two different workbooks in it.";
            case DOCTYPE -> "It declares XML entities, which no spreadsheet needs.";
            case BINARY_TEXT -> "It is named as a text table and holds no text.";
            case STRAY_QUOTE -> "A quotation mark in a CSV leaves in doubt where its fields end.";
            case LIMIT_FILE_SIZE -> "The file is larger than allowed.";
            case LIMIT_PARTS -> "It has more parts than allowed.";
            case LIMIT_PART_SIZE -> "One of its parts is larger than allowed.";
            case LIMIT_PACKAGE_SIZE -> "All its parts together are larger than allowed.";
            case LIMIT_SUPPORT_SIZE -> "Styles or other parts beside the sheets are larger than allowed.";
            case LIMIT_RATIO -> "It unpacks to more than a workbook could: a bomb.";
            case LIMIT_TEXT -> "A single text is longer than allowed.";
            case LIMIT_SHARED_STRINGS -> "Its table of texts is larger than allowed.";
            case LIMIT_ROWS -> "A sheet has more rows than allowed.";
            case LIMIT_COLUMNS -> "A row has more columns than allowed.";
            case LIMIT_MERGED_RANGES -> "A sheet has more merged ranges than allowed.";
            case LIMIT_SECONDS -> "Reading it took longer than allowed.";
        };
    }
}
