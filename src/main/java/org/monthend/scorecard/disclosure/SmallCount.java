package org.monthend.scorecard.disclosure;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The counts that a public copy never tells: 1 to 5 people, or cases of people. Zero tells of nobody and is shown.
 *
 * <p>Source: the rule of the Department for Education for statistics on children looked after, as algorithms.md, 7, has
 * it.
 */
final class SmallCount {

    static final int LEAST = 1;
    static final int MOST = 5;

    private static final BigDecimal NEXT = BigDecimal.valueOf(MOST + 1L);

    private SmallCount() {}

    /** Parts of a person, as in posts, count as the next whole one: 0.4 and 5.5 are small, 6 is not. */
    static boolean is(BigDecimal count) {
        return count.signum() > 0 && count.compareTo(NEXT) < 0;
    }

    /** All of them, smallest first. */
    static List<Long> all() {
        return LongStream.rangeClosed(LEAST, MOST).boxed().toList();
    }
}
