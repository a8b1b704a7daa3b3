package org.monthend.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.monthend.scorecard.Revision;
import org.monthend.scorecard.RevisionNotice;

/**
 * The revisions of one measure, finance line, scheme or project in one line.
 *
 * @param changes Oct-15 301.2 → 402.3; latest 310 → 315
 * @param why restated by which file and when; empty where nobody said so
 */
record Revised(String name, String changes, String why) {

    /** Page and terminal show the beginning of longer words; the workbook has them all. */
    private static final int LONGEST = 90;

    /** All that the page shows differences of, in its order. */
    static List<Revised> onPage(RevisionNotice notice) {
        Map<String, List<Revision>> things = notice.revisions().stream()
                .filter(Revision::isOnPage)
                .collect(Collectors.groupingBy(
                        revision -> revision.block() + " " + revision.code() + " " + revision.name(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return things.values().stream().map(Revised::of).toList();
    }

    private static Revised of(List<Revision> revisions) {
        return new Revised(
                revisions.get(0).name(),
                revisions.stream()
                        .map(revision -> "%s %s → %s"
                                .formatted(revision.item(), shortened(revision.before()), shortened(revision.after())))
                        .collect(Collectors.joining("; ")),
                revisions.stream()
                        .flatMap(revision -> revision.cause().stream())
                        .map(Revised::words)
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    /** Restated by referrals.xlsx on 22 January 2016, 10:01. */
    static String words(Revision.Cause cause) {
        return cause.reason() + " on " + EditionText.time(cause.at());
    }

    /** As one sentence. */
    String sentence() {
        return name + ": " + changes + (why.isEmpty() ? "." : " (" + why + ").");
    }

    private static String shortened(String words) {
        String line = words.replace('\n', ' ');
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
