package org.monthend.calendar;

import java.util.List;
import java.util.Locale;

/** A financial year that runs April to March: 2015/16 starts on 1 April 2015. */
public record FiscalYear(int startYear) implements Comparable<FiscalYear> {

    /** 2015/16. */
    public String label() {
        return String.format(Locale.UK, "%d/%02d", startYear, (startYear + 1) % 100);
    }

    public ReportingMonth firstMonth() {
        return new ReportingMonth(startYear, 4);
    }

    public ReportingMonth lastMonth() {
        return new ReportingMonth(startYear + 1, 3);
    }

    public List<ReportingMonth> months() {
        return ReportingMonth.range(firstMonth(), lastMonth());
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(startYear, other.startYear);
    }

    @Override
    public String toString() {
        return label();
    }
}
