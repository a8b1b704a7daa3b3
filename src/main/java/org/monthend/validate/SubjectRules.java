package org.monthend.validate;

import java.util.Optional;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.extract.ExtractedRow;

/** The rules of one subject. */
interface SubjectRules {

    /** The row as a statement; issues are raised on the way, and an ERROR among them drops the statement. */
    Optional<Statement> judge(ExtractedRow row, String organisationCode, ReportingMonth month);

    /** Whether a row without any figure is none, because nothing is due in that month. */
    default boolean isNotDue(ExtractedRow row, ReportingMonth month) {
        return false;
    }

    /** A row was rejected before its subject's rules saw it. */
    default void lost() {}

    /** What could only be judged once all rows were read. */
    default Stream<Statement> finish() {
        return Stream.empty();
    }
}
