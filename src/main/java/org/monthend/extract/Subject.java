package org.monthend.extract;

import java.util.Arrays;
import java.util.Optional;

/** What the rows of a table are, and which field names a row. */
public enum Subject {
    MEASURES("measures", Field.MEASURE),
    DISTRIBUTION("distribution", Field.CATEGORY),
    FINANCE("finance", Field.LINE),
    AUDIT_OPINIONS("audit opinions", Field.CATEGORY),
    PROJECTS("projects", Field.PROJECT);

    private final String word;
    private final Field lead;

    Subject(String word, Field lead) {
        this.word = word;
        this.lead = lead;
    }

    public String word() {
        return word;
    }

    /** The field that says what a row is about. */
    public Field lead() {
        return lead;
    }

    public static Optional<Subject> of(String word) {
        return Arrays.stream(values())
                .filter(subject -> subject.word.equals(word.strip()))
                .findFirst();
    }
}
