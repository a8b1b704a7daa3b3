package org.monthend.calendar;

import java.util.List;

/** A quarter of a fiscal year that runs April to March: 2015/16 Qtr3 is October to December 2015. */
public record FiscalQuarter(FiscalYear year, int number) implements Comparable<FiscalQuarter> {

    public FiscalQuarter {
        if (number < 1 || number > 4) {
            throw new IllegalArgumentException("no quarter: " + number);
        }
    }

    /** Quarters since year 0: the quarter before has an index one lower. */
    public int index() {
        return year.startYear() * 4 + number - 1;
    }

    public FiscalQuarter plusQuarters(int quarters) {
        int index = index() + quarters;
        return new FiscalQuarter(new FiscalYear(Math.floorDiv(index, 4)), Math.floorMod(index, 4) + 1);
    }

    public ReportingMonth firstMonth() {
        return year.firstMonth().plusMonths((number - 1) * 3);
    }

    public ReportingMonth lastMonth() {
        return firstMonth().plusMonths(2);
    }

    public List<ReportingMonth> months() {
        return ReportingMonth.range(firstMonth(), lastMonth());
    }

    /** Qtr3. */
    public String shortLabel() {
        return "Qtr" + number;
    }

    /** 2015/16 Qtr3. */
    public String label() {
        return year.label() + " " + shortLabel();
    }

    @Override
    public int compareTo(FiscalQuarter other) {
        return Integer.compare(index(), other.index());
    }

    @Override
    public String toString() {
        return label();
    }
}
