package org.monthend.publish;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.monthend.catalogue.PageText;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.RevisionNotice;
import org.monthend.scorecard.disclosure.PublicEdition;

/** Says which edition a page or workbook is, and finds the texts that the catalogue gives it. */
record EditionText(Edition edition) {

    private static final ZoneId BRITAIN = ZoneId.of("Europe/London");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    /** Corporate Scorecard Dec-15, the organisation's name, and the status unless it is simply published. */
    public String documentTitle() {
        String name = title().replaceFirst("(?i) for month:?$", "") + " " + monthLabel() + " – " + organisation();
        if (isPublicCopy()) {
            return name + " (public copy)";
        }
        return edition.status() == Edition.Status.PUBLISHED
                ? name
                : name + " (" + edition.status().word() + ")";
    }

    boolean isPublicCopy() {
        return !all(PublicEdition.PLACE).isEmpty();
    }

    public String organisation() {
        return edition.scorecard().organisation().name();
    }

    public String vision() {
        return first("vision", "");
    }

    public String measureHeader() {
        return first("measure.header", "Measure (© denotes a contract measure)");
    }

    public String auditHeading() {
        return first("heading.audit", "Internal audit");
    }

    /** 2015/16, the year of the budget. */
    public String yearLabel() {
        return edition.scorecard().month().fiscalYear().label();
    }

    /** 31-Dec, the day of the forecast. */
    public String monthEndLabel() {
        return edition.scorecard().month().lastDayLabel();
    }

    public String title() {
        return first("title", "Corporate Scorecard for month:");
    }

    public String monthLabel() {
        return edition.scorecard().month().label();
    }

    /** Draft edition, Published edition or Superseded edition; Public copy where it is one. */
    public String status() {
        Optional<String> copy =
                all(PublicEdition.PLACE).stream().map(PageText::text).findFirst();
        if (copy.isPresent()) {
            return copy.get();
        }
        String word = edition.status().word();
        return word.substring(0, 1).toUpperCase(Locale.UK) + word.substring(1) + " edition";
    }

    /** What the edition is: its number, who published it when, what was known, and the method; times are British. */
    public List<String> particulars() {
        List<String> particulars = new ArrayList<>();
        particulars.add("Edition " + edition.number());
        edition.publishedAt()
                .ifPresentOrElse(
                        at -> particulars.add("published " + signed(at, edition.publishedBy())
                                + (edition.caveats().isEmpty() ? "" : " " + edition.caveats())),
                        () -> particulars.add("not published"));
        edition.succession()
                .ifPresent(later -> particulars.add(
                        "superseded by edition " + later.number() + " on " + time(later.publishedAt())));
        particulars.add("data as at " + time(edition.dataAsAt()) + " (UK time)");
        particulars.add("method version " + edition.methodVersion());
        return particulars;
    }

    /** What the list of revisions is about; empty for the first edition of a month. */
    public String revisionHeading() {
        return edition.revisions().map(this::revisionHeading).orElse("");
    }

    private String revisionHeading(RevisionNotice notice) {
        String earlier =
                "edition " + notice.since() + ", published " + signed(notice.publishedAt(), notice.publishedBy());
        int revisions = notice.revisions().size();
        String number = revisions == 1 ? "1 difference" : "%,d differences".formatted(revisions);
        return edition.status() == Edition.Status.DRAFT
                ? "In force is %s. This draft revises it (%s in all, listed in the workbook):"
                        .formatted(earlier, number)
                : "This edition revises %s (%s in all, listed in the workbook):".formatted(earlier, number);
    }

    /** The chief revisions, one a line; the last line tells of those left out. */
    public List<String> revisions(int atMost) {
        if (edition.revisions().isEmpty()) {
            return List.of();
        }
        List<Revised> all = Revised.onPage(edition.revisions().get());
        List<String> lines = new ArrayList<>();
        all.stream().limit(atMost).map(Revised::sentence).forEach(lines::add);
        if (all.isEmpty()) {
            lines.add("Nothing that the page shows.");
        }
        if (all.size() > atMost) {
            lines.add("And %,d more.".formatted(all.size() - atMost));
        }
        return lines;
    }

    private static String signed(Instant at, String by) {
        return time(at) + (by.isBlank() ? "" : " by " + by);
    }

    /** The first text of a place, or the fallback where the catalogue has none. */
    String first(String place, String fallback) {
        return all(place).stream().map(PageText::text).findFirst().orElse(fallback);
    }

    List<PageText> all(String place) {
        return edition.scorecard().texts().stream()
                .filter(text -> text.place().equals(place))
                .toList();
    }

    public String sectionHeading(String section) {
        return first("section." + section, section.substring(0, 1).toUpperCase(Locale.UK) + section.substring(1));
    }

    /** 20 Dec 2015, as British calendars show it. */
    static String day(Instant instant) {
        return DAY.format(instant.atZone(BRITAIN));
    }

    /** 20 December 2015, 09:00, as British clocks show it. */
    static String time(Instant instant) {
        return TIME.format(instant.atZone(BRITAIN));
    }
}
