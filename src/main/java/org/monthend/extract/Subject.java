package org.monthend.extract;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the rows of a table are, and which field names a row. */
public enum Subject {
    MEASURES(
            "measures",
            Field.MEASURE,
            Field.QUARTER,
            Field.FIGURE,
            Field.NUMERATOR,
            Field.REMAINDER,
            Field.DENOMINATOR,
            Field.VALUE,
            Field.UNIT,
            Field.STATUS,
            Field.COMMENT),
    DISTRIBUTION("distribution", Field.CATEGORY, Field.SCHEME, Field.COUNT, Field.SHARE),
    FINANCE(
            "finance",
            Field.LINE,
            Field.BUDGET,
            Field.FORECAST,
            Field.VARIANCE,
            Field.SPEND_TO_DATE,
            Field.COMMITTED,
            Field.UNIT),
    AUDIT_OPINIONS("audit opinions", Field.CATEGORY, Field.SCHEME, Field.COUNT),
    PROJECTS("projects", Field.PROJECT, Field.PROGRESS, Field.FINANCE, Field.NARRATIVE);

    private final String word;
    private final Field lead;
    private final Set<Field> fields;

    Subject(String word, Field lead, Field... others) {
        this.word = word;
        this.lead = lead;
        EnumSet<Field> all = EnumSet.of(lead, others);
        all.add(Field.ORGANISATION);
        all.add(Field.ORGANISATION_NAME);
        all.add(Field.MONTH);
        all.add(Field.YEAR);
        this.fields = Collections.unmodifiableSet(all);
    }

    public String word() {
        return word;
    }

    /** The field that says what a row is about. */
    public Field lead() {
        return lead;
    }

    /** All that a row can say. */
    public Set<Field> fields() {
        return fields;
    }

    public static Optional<Subject> of(String word) {
        return Arrays.stream(values())
                .filter(subject -> subject.word.equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
