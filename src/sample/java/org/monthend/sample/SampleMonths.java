package org.monthend.sample;

import java.util.List;
import org.monthend.calendar.ReportingMonth;

/** The fifteen months of the sample: the four quarters that the page shows, and the quarter that it is printed in. */
final class SampleMonths {

    static final ReportingMonth FIRST = new ReportingMonth(2014, 10);
    static final ReportingMonth LAST = new ReportingMonth(2015, 12);
    static final List<ReportingMonth> ALL = ReportingMonth.range(FIRST, LAST);
    static final int COUNT = ALL.size();
    static final int QUARTERS = 4;

    private SampleMonths() {}
}
