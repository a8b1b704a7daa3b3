package org.monthend.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.monthend.calendar.ReportingMonth;
import org.monthend.publish.ScorecardFiles;
import org.monthend.publish.ScorecardText;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.EditionFiles;
import org.monthend.steward.NoSuchScorecard;
import org.monthend.steward.ScorecardArchive;
import org.monthend.steward.ScorecardArchive.Found;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows any scorecard that there ever was. */
@Command(
        name = "scorecard",
        mixinStandardHelpOptions = true,
        description = {
            "Show the scorecard of a month: its newest edition, one by its number, or as at a time.",
            "As at a time it is the edition that was in force then; where none had been published, the draft computed"
                    + " anew from exactly what was known then."
        })
final class ScorecardCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Mixin
    private final Places places = new Places();

    @Parameters(paramLabel = "MONTH", description = "Month of the scorecard, such as 2015-12.")
    private String month = "";

    @Option(names = "--edition", paramLabel = "N", description = "The edition of that number.")
    private @Nullable Integer edition;

    @Option(
            names = "--as-at",
            paramLabel = "TIME",
            description =
                    "As at 2016-01-20 (the end of that day) or 2016-01-20T09:00; UK time unless an offset follows.")
    private @Nullable String asAt;

    @Option(
            names = "--organisation",
            paramLabel = "CODE",
            description = "Only that of a locality, such as NORTH; page and workbook have them all.")
    private @Nullable String organisation;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write the page there instead; that of an issued edition exactly as it was published.")
    private @Nullable Path html;

    @Option(names = "--xlsx", paramLabel = "FILE", description = "Write the workbook there instead.")
    private @Nullable Path xlsx;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() {
        ReportingMonth asked = Months.parse(month);
        if (edition != null && asAt != null) {
            throw new Misused("--edition and --as-at contradict each other. Give one of them.");
        }
        if (organisation != null && (html != null || xlsx != null)) {
            throw new Misused("Page and workbook are of the whole and show every locality. Leave --organisation out.");
        }
        Optional<Instant> moment = Optional.ofNullable(asAt).map(Moments::parse);
        try (ConfigurableApplicationContext application = Application.start(places)) {
            ScorecardArchive archive = application.getBean(ScorecardArchive.class);
            Instant now = application.getBean(Clock.class).instant();
            if (moment.isPresent() && asAt != null && moment.get().isAfter(now) && !isToday(asAt, now)) {
                throw new Misused(
                        "%s has not come yet. Leave --as-at out for the newest scorecard.".formatted(asAt.strip()));
            }
            Found whole = find(archive, asked, moment.map(time -> time.isAfter(now) ? now : time));
            Found found = organisation == null ? whole : archive.of(whole, organisation.strip());
            if (html != null || xlsx != null) {
                write(archive.files(found), found);
            } else if (json) {
                out().print(Json.document(ScorecardJson.of(found, moment)));
            } else {
                moment.ifPresent(time -> out().println(standing(found, time.isAfter(now) ? now : time)));
                out().print(ScorecardText.of(found.edition()));
            }
            out().flush();
        } catch (NoSuchScorecard e) {
            throw new Misused(String.valueOf(e.getMessage()));
        }
        return ExitCode.DONE.number();
    }

    /** The end of today has not come, but today is a day to ask for. */
    private static boolean isToday(String day, Instant now) {
        return Moments.parse(day).minusSeconds(86_400).isBefore(now)
                && day.strip().length() == 10;
    }

    private Found find(ScorecardArchive archive, ReportingMonth asked, Optional<Instant> moment) {
        if (edition != null) {
            return archive.numbered(asked, edition);
        }
        return moment.map(time -> archive.asAt(asked, time)).orElseGet(() -> archive.newest(asked));
    }

    /** Which of the two it is: what was in force, or what would have been. */
    private static String standing(Found found, Instant time) {
        return found.isComputedAnew()
                ? "As at %s nothing had been published. This is the draft computed anew from what was known then, with the catalogue of that time (%s) and method version %s."
                        .formatted(
                                Moments.words(time),
                                found.catalogue().substring(0, 12),
                                found.edition().methodVersion())
                : "As at %s edition %d was in force."
                        .formatted(Moments.words(time), found.edition().number());
    }

    private void write(EditionFiles files, Found found) {
        write(Optional.ofNullable(html), files.page(), "page", found);
        write(Optional.ofNullable(xlsx), files.workbook(), "workbook", found);
    }

    private void write(Optional<Path> file, byte[] content, String what, Found found) {
        if (file.isEmpty()) {
            return;
        }
        try {
            ScorecardFiles.replace(file.get(), content);
        } catch (IOException e) {
            throw new Misused("The %s cannot be written to %s: %s".formatted(what, file.get(), e));
        }
        Edition shown = found.edition();
        String which = found.isComputedAnew()
                ? "the draft computed anew"
                : shown.status() == Edition.Status.DRAFT
                        ? "the draft of edition " + shown.number()
                        : "edition " + shown.number() + " as it was published";
        String since = shown.succession()
                .map(later -> " It has been superseded by edition %d on %s."
                        .formatted(later.number(), Moments.words(later.publishedAt())))
                .orElse("");
        out().printf("The %s of %s is in %s.%s%n", what, which, file.get(), since);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
