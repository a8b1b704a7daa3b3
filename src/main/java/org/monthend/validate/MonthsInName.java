package org.monthend.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monthend.calendar.MonthWords;
import org.monthend.calendar.ReportingMonth;

/** The months that the sender's name of a file speaks of. A day in it says when it was sent, and is none. */
public final class MonthsInName {

    /** A day in a file name (2016-01-20, 20-01-2016, 20 January 2016, 20-Jan-16), or else a month. */
    private static final Pattern DAY_OR_MONTH_IN_NAME = Pattern.compile("(?<![A-Za-z0-9])"
            + "(?:(?<day>\\d{4}-\\d{2}-\\d{2}|\\d{1,2}-\\d{1,2}-\\d{4}|\\d{1,2}([ -])[A-Za-z]{3,9}\\2(?:\\d{4}|\\d{2}))"
            + "|(?<month>" + MonthWords.ANY_FORM + "))"
            + "(?![A-Za-z0-9]|-[0-9])");

    private MonthsInName() {}

    /** Every month of the name, in its order and as often as it stands there; the ending (.xlsx) is no part of it. */
    public static List<ReportingMonth> of(String fileName) {
        String bare = fileName.contains(".") ? fileName.substring(0, fileName.lastIndexOf('.')) : fileName;
        return monthsIn(bare.replace('_', ' '));
    }

    /** Every month that the words hold; "audits 15 Nov-15" begins with words that only look like one. */
    private static List<ReportingMonth> monthsIn(String words) {
        List<ReportingMonth> months = new ArrayList<>();
        Matcher found = DAY_OR_MONTH_IN_NAME.matcher(words);
        int from = 0;
        while (found.find(from)) {
            Optional<ReportingMonth> month =
                    found.group("month") == null ? Optional.empty() : MonthWords.read(found.group());
            month.ifPresent(months::add);
            boolean isWord = month.isPresent() || found.group("day") != null;
            from = isWord ? found.end() : found.start() + 1;
        }
        return months;
    }
}
