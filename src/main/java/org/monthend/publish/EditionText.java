package org.monthend.publish;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.monthend.catalogue.PageText;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.Scorecard;

/** Says which edition a page or workbook is, and finds the texts that the catalogue gives it. */
record EditionText(Edition edition) {

    private static final ZoneId BRITAIN = ZoneId.of("Europe/London");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

    /** Corporate Scorecard Dec-15, the organisation's name, and the status unless it is simply published. */
    public String documentTitle() {
        String name = title().replaceFirst("(?i) for month:?$", "") + " " + monthLabel() + " – " + organisation();
        return edition.status() == Edition.Status.PUBLISHED
                ? name
                : name + " (" + edition.status().word() + ")";
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

    /** Draft edition, Published edition or Superseded edition. */
    public String status() {
        String word = edition.status().word();
        return word.substring(0, 1).toUpperCase(Locale.UK) + word.substring(1) + " edition";
    }

    /** What the edition is: its number, who published it when, what was known, and the method; times are British. */
    public List<String> particulars() {
        List<String> particulars = new ArrayList<>();
        particulars.add("Edition " + edition.number());
        edition.publishedAt()
                .ifPresentOrElse(
                        at -> particulars.add("published " + time(at)
                                + (edition.publishedBy().isBlank() ? "" : " by " + edition.publishedBy())),
                        () -> particulars.add("not published"));
        particulars.add("data as at " + time(edition.dataAsAt()) + " (UK time)");
        particulars.add("method version " + Scorecard.METHOD_VERSION);
        return particulars;
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

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(BRITAIN));
    }
}
