package org.monthend.extract.suggest;

import java.util.List;
import java.util.Optional;
import org.monthend.extract.Subject;

/**
 * What the rows of a table are about, and the column that names it.
 *
 * @param scheme the scheme that the categories are of; empty for other subjects, and when it is not known
 * @param subjectConfidence of the subject, {@code confidence} of the column
 */
record Lead(
        Subject subject,
        Optional<String> scheme,
        Profile column,
        Confidence confidence,
        String reason,
        List<String> alternatives,
        Confidence subjectConfidence,
        String subjectReason,
        List<String> otherSubjects) {}
