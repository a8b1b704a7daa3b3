package org.monthend.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.monthend.calendar.ReportingMonth;
import org.monthend.publish.PublicCopyFiles;
import org.monthend.publish.ScorecardFiles;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.EditionFiles;
import org.monthend.scorecard.PublicationStore.Published;
import org.monthend.scorecard.PublicationStore.Publishing;
import org.monthend.scorecard.PublicationStore.Refused;
import org.monthend.scorecard.PublicationStore.Unchanged;
import org.monthend.scorecard.disclosure.HiddenReport;
import org.monthend.scorecard.disclosure.PublicCopyStore.PublicCopy;
import org.monthend.steward.PublicPress;
import org.monthend.steward.PublicPress.Copied;
import org.monthend.steward.PublicPress.Copying;
import org.monthend.steward.PublicPress.NotCopied;
import org.monthend.steward.ScorecardArchive;
import org.monthend.steward.ScorecardPress;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Freezes the draft of a month as its next edition. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = {
            "Publish the scorecard of a month: its draft becomes an edition that never changes.",
            "Page, workbook and figures are kept with their digests. A correction afterwards makes the draft of the"
                    + " next edition, which says what it revises.",
            "With --public: make the public copy of the published edition, in which small numbers are hidden, once and for"
                    + " all, and a report of what is hidden, which is not public."
        })
final class PublishCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Mixin
    private final Places places = new Places();

    @Parameters(paramLabel = "MONTH", description = "Month of the scorecard, such as 2015-12.")
    private String month = "";

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who publishes it; the page says so. With --public it may be left out.")
    private @Nullable String by;

    @Option(names = "--note", paramLabel = "TEXT", description = "What to note with it in the book of publications.")
    private @Nullable String note;

    @Option(names = "--public", description = "Make the public copy of the edition that is published.")
    private boolean isPublic;

    @Override
    public Integer call() {
        ReportingMonth asked = Months.parse(month);
        Optional<String> name = Optional.ofNullable(by).map(String::strip).filter(given -> !given.isEmpty());
        if (isPublic) {
            return copy(asked, name);
        }
        if (name.isEmpty()) {
            throw new Misused("A publication needs a name. Give --by NAME.");
        }
        try (ConfigurableApplicationContext application = Application.start(places)) {
            Publishing publishing = application
                    .getBean(ScorecardPress.class)
                    .publish(asked, name.get(), note == null ? "" : note.strip());
            if (publishing instanceof Refused refused) {
                throw new Misused(refused.why());
            }
            if (publishing instanceof Unchanged unchanged) {
                Edition edition = unchanged.edition();
                out().printf(
                                "Nothing has changed since edition %d of %s, which %s published on %s.%n",
                                edition.number(),
                                asked.longLabel(),
                                edition.publishedBy(),
                                Moments.words(edition.publishedAt().orElseThrow()));
                if (!ScorecardFiles.isPutNumbered(folder(asked), edition.number())) {
                    ScorecardArchive archive = application.getBean(ScorecardArchive.class);
                    put(archive.files(archive.numbered(asked, edition.number())), asked, edition);
                }
            }
            if (publishing instanceof Published published) {
                tell(asked, published);
            }
            out().flush();
        }
        return ExitCode.DONE.number();
    }

    private int copy(ReportingMonth asked, Optional<String> name) {
        if (note != null) {
            throw new Misused("A public copy has no note of its own. Leave --note out.");
        }
        try (ConfigurableApplicationContext application = Application.start(places)) {
            Copying copying = application.getBean(PublicPress.class).copy(asked, name);
            if (copying instanceof NotCopied refused) {
                throw new Misused(refused.why());
            }
            tell(asked, (Copied) copying);
            out().flush();
        }
        return ExitCode.DONE.number();
    }

    private void tell(ReportingMonth asked, Copied copied) {
        PublicCopy copy = copied.copy();
        String made = copy.isNew()
                ? "is made by %s.".formatted(copy.madeBy())
                : "was made by %s on %s; it is the same.".formatted(copy.madeBy(), Moments.words(copy.madeAt()));
        out().printf("The public copy of edition %d of %s %s%n", copy.edition(), asked.longLabel(), made);
        String report = new String(copy.files().report(), StandardCharsets.UTF_8);
        report.lines().filter(line -> HiddenReport.isSummary(line)).forEach(out()::println);
        Path folder = places.output().resolve(asked.toString());
        try {
            PublicCopyFiles.put(copy.files(), folder);
            out().printf(
                            "For the public: %s, scorecard.xlsx and figures.csv beside it.%n",
                            folder.resolve("public").resolve("scorecard.html"));
            out().printf("NOT for the public: %s, which says what is hidden and why.%n", folder.resolve("hidden.txt"));
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            "It is made and kept, but could not be written to %s (%s). Run the same command again.%n",
                            folder, e.getMessage());
        }
        out().printf("Public copy %d, digest of the chain of copies: %s%n", copy.number(), copy.digest());
    }

    private void tell(ReportingMonth asked, Published published) {
        Edition edition = published.edition();
        out().printf(
                        "Edition %d of %s is published by %s%s.%n",
                        edition.number(),
                        asked.longLabel(),
                        edition.publishedBy(),
                        edition.caveats().isEmpty() ? "" : " " + edition.caveats());
        published.caveats().sentences().forEach(caveat -> out().println("  " + caveat));
        edition.revisions()
                .ifPresent(notice -> out().printf(
                                "It supersedes edition %d and says what it revises: %,d %s.%n",
                                notice.since(),
                                notice.revisions().size(),
                                notice.revisions().size() == 1 ? "difference" : "differences"));
        put(published.files(), asked, edition);
        out().printf("Publication %d, digest of the chain: %s%n", published.number(), published.digest());
        out().println("Note the digest where nobody can change it; ./monthend verify --expect DIGEST then proves that"
                + " nothing up to it was altered or removed.");
    }

    private Path folder(ReportingMonth asked) {
        return places.output().resolve(asked.toString());
    }

    private void put(EditionFiles files, ReportingMonth asked, Edition edition) {
        Path folder = folder(asked);
        try {
            ScorecardFiles.put(files, folder);
            ScorecardFiles.putNumbered(files, folder, edition.number());
            out().printf(
                            "Page and workbook: %s and .xlsx, and scorecard.html and .xlsx beside them.%n",
                            folder.resolve("scorecard-edition-%d.html".formatted(edition.number())));
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            "It is published, but page and workbook could not be written to %s (%s). They are kept: give the same command again when that is mended.%n",
                            folder, e.getMessage());
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
