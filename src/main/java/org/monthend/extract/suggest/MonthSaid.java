package org.monthend.extract.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monthend.calendar.MonthWords;
import org.monthend.calendar.ReportingMonth;

/**
 * A month that a text names.
 *
 * @param from where its words begin in the text
 * @param to where they have ended
 */
record MonthSaid(ReportingMonth month, int from, int to) {

    private static final Pattern PERHAPS =
            Pattern.compile("(?<![A-Za-z0-9])" + MonthWords.ANY_FORM + "(?![A-Za-z0-9])");

    /** All that the text names, in its order. */
    static List<MonthSaid> in(String text) {
        String plain = text.replace('\u2013', '-').replace('\u00a0', ' ');
        List<MonthSaid> said = new ArrayList<>();
        Matcher perhaps = PERHAPS.matcher(plain);
        int from = 0;
        while (from < plain.length() && perhaps.find(from)) {
            int start = perhaps.start();
            int end = perhaps.end();
            var month = MonthWords.read(perhaps.group());
            month.ifPresent(read -> said.add(new MonthSaid(read, start, end)));
            from = month.isPresent() ? end : start + 1;
        }
        return said;
    }
}
