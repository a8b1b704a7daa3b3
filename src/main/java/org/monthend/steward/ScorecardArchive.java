package org.monthend.steward;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Organisation;
import org.monthend.extract.format.ReadLimits;
import org.monthend.load.CatalogueFile;
import org.monthend.load.CatalogueRefused;
import org.monthend.load.CatalogueStore;
import org.monthend.load.KeptFiles;
import org.monthend.publish.ScorecardFiles;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.EditionFiles;
import org.monthend.scorecard.EditionStore;
import org.monthend.scorecard.Scorecard;
import org.monthend.scorecard.ScorecardFigures;
import org.monthend.scorecard.ScorecardPart;
import org.monthend.scorecard.ScorecardRule;

/** Finds the scorecard of a month that somebody asks for: the newest, one by its number, or as at a time. */
public final class ScorecardArchive {

    private final EditionStore editions;
    private final CatalogueStore catalogues;
    private final KeptFiles kept;

    public ScorecardArchive(EditionStore editions, CatalogueStore catalogues, KeptFiles kept) {
        this.editions = editions;
        this.catalogues = catalogues;
        this.kept = kept;
    }

    /**
     * A scorecard that was found.
     *
     * @param isComputedAnew it was never kept: it is computed from what was known at the time
     * @param catalogue digest of the catalogue that it was computed with; empty for a kept one
     */
    public record Found(Edition edition, boolean isComputedAnew, String catalogue) {}

    /** The newest edition: the draft, or else the published one. */
    public Found newest(ReportingMonth month) {
        return kept(editions.newest(month, organisation(month)).orElseThrow(() -> nothingOf(month)));
    }

    public Found numbered(ReportingMonth month, int number) {
        Optional<Edition> edition = editions.edition(month, organisation(month), number);
        if (edition.isPresent()) {
            return kept(edition.get());
        }
        Edition newest = newest(month).edition();
        throw new NoSuchScorecard("There is no edition %d of %s; its newest is edition %d (%s)."
                .formatted(
                        number,
                        month.longLabel(),
                        newest.number(),
                        newest.status().word()));
    }

    /**
     * The edition that was in force at the time; where none had been published by then, the draft computed anew from
     * exactly what was known, with the catalogue of that time and the method of today.
     */
    public Found asAt(ReportingMonth month, Instant time) {
        Optional<Edition> inForce = editions.inForce(month, organisation(month), time);
        return inForce.isPresent() ? kept(inForce.get()) : computedAnew(month, time);
    }

    /** The same scorecard of one of its organisations, the whole or a locality. */
    public Found of(Found found, String organisationCode) {
        Scorecard scorecard = found.edition().scorecard();
        Scorecard part = scorecard
                .about(organisationCode)
                .orElseThrow(() -> new NoSuchScorecard("The scorecard of %s says nothing of '%s'. It is of %s."
                        .formatted(
                                scorecard.month().longLabel(),
                                organisationCode,
                                Stream.concat(
                                                Stream.of(scorecard.organisation()),
                                                scorecard.parts().stream().map(ScorecardPart::organisation))
                                        .map(each -> each.code() + " (" + each.name() + ")")
                                        .collect(Collectors.joining(", ")))));
        return part.organisation().equals(scorecard.organisation())
                ? found
                : new Found(found.edition().about(part), found.isComputedAnew(), found.catalogue());
    }

    /** As they were published, byte for byte; of a draft as they are drawn now. */
    public EditionFiles files(Found found) {
        Edition edition = found.edition();
        return edition.status() == Edition.Status.DRAFT
                ? ScorecardFiles.draw(edition)
                : editions.files(
                                edition.scorecard().month(),
                                edition.scorecard().organisation().code(),
                                edition.number())
                        .orElseThrow();
    }

    private static Found kept(Edition edition) {
        return new Found(edition, false, "");
    }

    private Found computedAnew(ReportingMonth month, Instant time) {
        String digest = catalogues
                .inForce(time)
                .orElseThrow(() -> new NoSuchScorecard(
                        "Nothing was known of %s then: there was not even a catalogue.".formatted(month.longLabel())));
        Catalogue catalogue = catalogue(digest);
        Organisation organisation = catalogue.topOrganisation();
        ScorecardFigures figures = editions.figuresAt(month, organisation.code(), time);
        if (!saysAnythingOf(month, figures)) {
            throw new NoSuchScorecard(
                    "Nothing was known of %s then: no return of it had been loaded.".formatted(month.longLabel()));
        }
        return new Found(
                new Edition(
                        1,
                        Edition.Status.DRAFT,
                        time,
                        Optional.empty(),
                        "",
                        ScorecardRule.compute(month, organisation, catalogue, figures)),
                true,
                digest);
    }

    private static boolean saysAnythingOf(ReportingMonth month, ScorecardFigures figures) {
        return !figures.finance().isEmpty()
                || !figures.distributions().isEmpty()
                || !figures.auditOpinions().isEmpty()
                || !figures.projects().isEmpty()
                || figures.months().values().stream()
                        .anyMatch(months -> months.stream()
                                .anyMatch(figure -> figure.month().equals(month)));
    }

    /** The catalogue is kept as a file like the returns, and read like one. */
    private Catalogue catalogue(String digest) {
        try {
            Path file = Files.createTempFile("catalogue", ".xlsx");
            try {
                kept.copy(digest, file);
                return new CatalogueFile(file).read(ReadLimits.standard());
            } catch (NoSuchElementException e) {
                throw new NoSuchScorecard(
                        "It cannot be computed anew: the catalogue that was in force then (%s) came before catalogues were kept."
                                .formatted(digest));
            } catch (CatalogueRefused e) {
                throw new NoSuchScorecard(
                        "It cannot be computed anew: the catalogue that was in force then (%s) is kept, but this version of Monthend does not accept it: %s"
                                .formatted(digest, e.faults().get(0)));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String organisation(ReportingMonth month) {
        return editions.organisation().orElseThrow(() -> nothingOf(month));
    }

    private static NoSuchScorecard nothingOf(ReportingMonth month) {
        return new NoSuchScorecard("There is no scorecard of %s. Load its returns first: ./monthend load --month %s"
                .formatted(month.longLabel(), month));
    }
}
