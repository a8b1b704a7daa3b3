package org.monthend.validate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Figure;

/**
 * What was known before a return of a month was judged: the figures of the months, which of them are published, what the
 * same return held the month before, and where its tables stood. For any number of threads.
 */
public interface History {

    /**
     * The figures of a measure and organisation in some months.
     *
     * @param from the first month wanted
     * @param to the last one
     */
    record Series(String measureCode, String organisationCode, ReportingMonth from, ReportingMonth to) {}

    /**
     * What counts so far for a month, in little space.
     *
     * @param figure in the measure's unit; NaN where there is none
     * @param said {@link Statement#digest} of the statement's {@link Statement#said}: two are the same when these are
     */
    record Known(ReportingMonth month, double figure, long said) {}

    /** The same in full, to be told to someone; numerator and denominator are empty where they were not given. */
    record Exactly(Optional<BigDecimal> numerator, Optional<BigDecimal> denominator, Figure figure) {}

    /** Whether no figure at all is known. */
    boolean isEmpty();

    /** What is known of each series, in the order asked for; months without a figure are left out, the oldest is first. */
    List<List<Known>> figures(List<Series> wanted);

    /** The figure of a measure, organisation and month that counts so far, in full. */
    Optional<Exactly> exactly(String measureCode, String organisationCode, ReportingMonth month);

    /** How many series of one return are looked up; for more there is not the time. */
    int reach();

    /** Whether a scorecard of the month has been published. */
    boolean isClosed(ReportingMonth month);

    /** For which organisations each submission of the return stated a measure of that month, in its own month. */
    List<Set<String>> organisations(String returnCode, ReportingMonth month);

    /** Where the layout's table stood in the newest submission of the return that was loaded. */
    Optional<TablePlace> lastPlace(String returnCode, String layoutCode);

    /** Nothing is known: for a check without a warehouse, which then cannot speak of earlier months. */
    static History nothing() {
        return new History() {
            @Override
            public boolean isEmpty() {
                return true;
            }

            @Override
            public List<List<Known>> figures(List<Series> wanted) {
                return Stream.generate(List::<Known>of).limit(wanted.size()).toList();
            }

            @Override
            public Optional<Exactly> exactly(String measureCode, String organisationCode, ReportingMonth month) {
                return Optional.empty();
            }

            @Override
            public int reach() {
                return Integer.MAX_VALUE;
            }

            @Override
            public boolean isClosed(ReportingMonth month) {
                return false;
            }

            @Override
            public List<Set<String>> organisations(String returnCode, ReportingMonth month) {
                return List.of();
            }

            @Override
            public Optional<TablePlace> lastPlace(String returnCode, String layoutCode) {
                return Optional.empty();
            }

            @Override
            public String toString() {
                return "";
            }
        };
    }
}
