package org.monthend.steward;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.MonthLocks;
import org.monthend.publish.PublicCopyFiles;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.EditionStore;
import org.monthend.scorecard.disclosure.Disclosure;
import org.monthend.scorecard.disclosure.Disclosure.Outcome;
import org.monthend.scorecard.disclosure.Disclosure.Safe;
import org.monthend.scorecard.disclosure.Disclosure.Told;
import org.monthend.scorecard.disclosure.DisclosureControl;
import org.monthend.scorecard.disclosure.EarlierCopy;
import org.monthend.scorecard.disclosure.HiddenReport;
import org.monthend.scorecard.disclosure.PublicCopyStore;
import org.monthend.scorecard.disclosure.PublicCopyStore.PublicCopy;
import org.monthend.scorecard.disclosure.PublicEdition;
import org.monthend.scorecard.disclosure.PublicFiles;

/** Makes the public copy of the edition that is in force, once; no run may work on the month meanwhile. */
public final class PublicPress {

    private final MonthLocks locks;
    private final EditionStore editions;
    private final PublicCopyStore copies;
    private final Clock clock;

    public PublicPress(MonthLocks locks, EditionStore editions, PublicCopyStore copies, Clock clock) {
        this.locks = locks;
        this.editions = editions;
        this.copies = copies;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Copying {}

    /** The copy of the edition: made now, or as it was made. */
    public record Copied(Edition edition, PublicCopy copy) implements Copying {}

    /** There can be none, and why, in a sentence. */
    public record NotCopied(String why) implements Copying {}

    /**
     * @param by who makes it; whoever published the edition where it is empty
     * @throws org.monthend.load.MonthIsHeld when a run holds the month
     */
    public Copying copy(ReportingMonth month, Optional<String> by) {
        try (MonthLocks.Held held = locks.take(List.of(month))) {
            String organisation = editions.organisation().orElse("");
            Optional<Edition> edition = editions.inForce(month, organisation, clock.instant());
            if (edition.isEmpty()) {
                return new NotCopied("No edition of %s is published. Publish it first: ./monthend publish %s --by NAME"
                        .formatted(month.longLabel(), month));
            }
            List<String> told = new ArrayList<>();
            Optional<PublicCopy> copy = copies.copy(
                    edition.get(),
                    organisation,
                    by.orElse(edition.get().publishedBy()),
                    earlier -> press(edition.get(), organisation, earlier, told));
            return copy.<Copying>map(made -> new Copied(edition.get(), made))
                    .orElseGet(() -> new NotCopied("There can be no public copy of %s, edition %d. %s"
                            .formatted(month.longLabel(), edition.get().number(), String.join(" ", told))));
        }
    }

    private Optional<PublicFiles> press(Edition edition, String organisation, List<PublicCopy> out, List<String> told) {
        List<EarlierCopy> earlier =
                out.stream().map(copy -> earlier(copy, organisation)).toList();
        Outcome outcome = DisclosureControl.of(edition.scorecard(), earlier);
        if (outcome instanceof Told why) {
            told.add(why.sentence());
            return Optional.empty();
        }
        Disclosure disclosure = ((Safe) outcome).disclosure();
        PublicEdition copy = PublicEdition.of(edition, disclosure, earlier);
        return Optional.of(PublicCopyFiles.draw(copy, HiddenReport.of(edition, disclosure, copy, earlier)));
    }

    private EarlierCopy earlier(PublicCopy copy, String organisation) {
        Edition of = editions.edition(copy.month(), organisation, copy.edition())
                .orElseThrow(() ->
                        new IllegalStateException("public copy %d has lost its edition".formatted(copy.number())));
        return new EarlierCopy(
                "the public copy of %s (edition %d)".formatted(copy.month().longLabel(), copy.edition()),
                of.scorecard(),
                PublicCopyFiles.shown(copy.files().figures()));
    }
}
