package org.monthend.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.monthend.calendar.ReportingMonth;
import org.monthend.calendar.WorkingDays;
import org.monthend.scorecard.EditionStore;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.Rebase;
import org.monthend.scorecard.RebaseProposal;
import org.monthend.scorecard.Scorecard;
import org.monthend.scorecard.ScorecardPart;
import org.monthend.steward.Rebases;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Accepts that a measure has come to another level, so that its limits start afresh. */
@Command(
        name = "rebase",
        mixinStandardHelpOptions = true,
        description = {
            "Let the limits of a measure start afresh in a month, because something has changed for good.",
            "Without MEASURE: what the newest scorecard proposes, with its evidence, and what was accepted. Nothing is rebased"
                    + " by itself. What was said is kept, with name and time; --undo takes it back."
        })
final class RebaseCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Mixin
    private final Places places = new Places();

    @Parameters(index = "0", arity = "0..1", paramLabel = "MEASURE", description = "Code of the measure.")
    private @Nullable String measureCode;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "MONTH",
            description = "First month of the new level, such as 2015-06.")
    private @Nullable String month;

    @Option(names = "--reason", paramLabel = "TEXT", description = "What has changed.")
    private String reason = "";

    @Option(names = "--by", paramLabel = "NAME", description = "Who says so (default: the user who is logged in).")
    private @Nullable String by;

    @Option(
            names = "--organisation",
            paramLabel = "ORG",
            description = "Code of the organisation (default: the one that the scorecard is for).")
    private @Nullable String organisation;

    @Option(names = "--undo", description = "Take an earlier rebase back: the limits go on from before.")
    private boolean undo;

    @Override
    public Integer call() {
        if (measureCode != null && month == null) {
            throw new Misused("Say from which month: ./monthend rebase %s 2015-06 --reason TEXT --by NAME."
                    .formatted(measureCode));
        }
        Optional<ReportingMonth> asked = Optional.ofNullable(month).map(Months::parse);
        String words = reason.strip();
        String name = Optional.ofNullable(by)
                .orElse(System.getProperty("user.name", ""))
                .strip();
        if (asked.isPresent() && (words.isEmpty() || name.isEmpty())) {
            throw new Misused("A rebase needs words and a name. Give --reason and --by.");
        }
        try (ConfigurableApplicationContext application = Application.start(places)) {
            Rebases rebases = application.getBean(Rebases.class);
            Scorecard scorecard = newest(rebases, application.getBean(EditionStore.class));
            if (measureCode != null && asked.isPresent()) {
                MeasureLine line = line(scorecard, measureCode);
                print(said(rebases, scorecard, line, asked.get(), words, name));
            } else {
                print(offered(scorecard));
            }
        }
        return ExitCode.DONE.number();
    }

    private static Scorecard newest(Rebases rebases, EditionStore editions) {
        String organisation = editions.organisation().orElse("");
        return rebases.newestScorecard()
                .flatMap(newest -> editions.newest(newest, organisation))
                .orElseThrow(() -> new Misused("There is no scorecard yet, so no limits. ./monthend load makes one."))
                .scorecard();
    }

    private MeasureLine line(Scorecard scorecard, String code) {
        List<MeasureLine> lines = lines(scorecard);
        return lines.stream()
                .filter(line -> line.measure().code().equalsIgnoreCase(code))
                .findFirst()
                .orElseThrow(() -> new Misused("The scorecard of %s has no measure '%s'%s. It has %s."
                        .formatted(
                                scorecard.month().longLabel(),
                                code,
                                organisation == null ? "" : " of " + organisation,
                                lines.stream()
                                        .map(line -> line.measure().code())
                                        .collect(Collectors.joining(", ")))));
    }

    private List<MeasureLine> lines(Scorecard scorecard) {
        String whole = scorecard.organisation().code();
        if (organisation == null || organisation.equals(whole)) {
            return scorecard.measures();
        }
        return scorecard.parts().stream()
                .filter(part -> part.organisation().code().equals(organisation))
                .findFirst()
                .map(ScorecardPart::measures)
                .orElseThrow(() -> new Misused("The scorecard has no organisation '%s'. It has %s."
                        .formatted(
                                organisation,
                                Stream.concat(
                                                Stream.of(whole),
                                                scorecard.parts().stream()
                                                        .map(part -> part.organisation()
                                                                .code()))
                                        .collect(Collectors.joining(", ")))));
    }

    private String said(
            Rebases rebases, Scorecard scorecard, MeasureLine line, ReportingMonth from, String words, String name) {
        String measure = line.measure().code();
        String of = Optional.ofNullable(organisation)
                .orElse(scorecard.organisation().code());
        Optional<Rebase> stands = rebases.of(measure, of).stream()
                .filter(rebase -> rebase.month().equals(from))
                .findFirst();
        Rebases.Effect effect;
        if (undo) {
            if (stands.isEmpty()) {
                throw new Misused("The limits of %s do not start afresh in %s, so there is nothing to take back."
                        .formatted(measure, from.longLabel()));
            }
            effect = rebases.takeBack(measure, of, from, words, name);
        } else {
            stands.ifPresent(rebase -> {
                throw new Misused("The limits of %s start afresh in %s already: %s (%s, %s)."
                        .formatted(measure, from.longLabel(), rebase.reason(), rebase.by(), day(rebase.at())));
            });
            refuseWhatHasNoLimits(scorecard, line, from);
            effect = rebases.accept(measure, of, from, words, name);
        }
        String told = (undo
                        ? "The limits of %s (%s) do not start afresh in %s after all, says %s. That is version %d."
                        : "The limits of %s (%s) start afresh in %s, says %s. That is version %d; --undo takes it back.")
                .formatted(measure, line.measure().name(), from.longLabel(), name, effect.version());
        return told + "\n" + followUp(effect);
    }

    private static void refuseWhatHasNoLimits(Scorecard scorecard, MeasureLine line, ReportingMonth from) {
        String measure = line.measure().code();
        if (!line.chart().reason().isEmpty()) {
            throw new Misused(
                    "%s has no limits: %s.".formatted(measure, line.chart().reason()));
        }
        if (!from.isAfter(line.chartFrom()) || from.isAfter(scorecard.month())) {
            throw new Misused("The series of %s goes from %s to %s. Limits can start afresh after its first month."
                    .formatted(
                            measure,
                            line.chartFrom().longLabel(),
                            scorecard.month().longLabel()));
        }
    }

    private static String followUp(Rebases.Effect effect) {
        String stale = effect.stale().isEmpty()
                ? ""
                : "To be computed anew, which ./monthend load does: %s.\n".formatted(labels(effect.stale()));
        String published = effect.published().isEmpty()
                ? ""
                : "Published, and staying as it is: %s. ./monthend rerun %s makes the draft of a next edition.\n"
                        .formatted(
                                labels(effect.published()),
                                effect.published().get(effect.published().size() - 1));
        return stale + published;
    }

    private static String labels(List<ReportingMonth> months) {
        return months.stream().map(ReportingMonth::label).collect(Collectors.joining(", "));
    }

    /** Of all organisations, or of the one that is named. */
    private String offered(Scorecard scorecard) {
        Map<String, List<MeasureLine>> all = new LinkedHashMap<>();
        if (organisation == null) {
            all.put("", scorecard.measures());
            scorecard.parts().forEach(part -> all.put(part.organisation().code(), part.measures()));
        } else {
            all.put(organisation.equals(scorecard.organisation().code()) ? "" : organisation, lines(scorecard));
        }
        StringBuilder stepped = new StringBuilder();
        StringBuilder inForce = new StringBuilder();
        all.forEach((part, lines) -> lines.forEach(line -> {
            String of = part.isEmpty() ? "" : " of " + part;
            line.proposal().ifPresent(proposal -> stepped.append(proposal(line, proposal, part)));
            line.rebases()
                    .forEach(rebase -> inForce.append("In force: %s%s from %s: %s (%s, %s).\n"
                            .formatted(
                                    line.measure().code(),
                                    of,
                                    rebase.month().label(),
                                    rebase.reason(),
                                    rebase.by(),
                                    day(rebase.at()))));
        }));
        String month = scorecard.month().longLabel();
        String head =
                stepped.isEmpty() ? month + " proposes no rebase.\n" : month + " proposes that limits start afresh:\n";
        return head + stepped + inForce;
    }

    private static String proposal(MeasureLine line, RebaseProposal proposal, String part) {
        return """
                  %s%s (%s)
                    %s
                    ./monthend rebase %1$s %s%s --reason TEXT --by NAME
                """.formatted(
                        line.measure().code(),
                        part.isEmpty() ? "" : " of " + part,
                        line.measure().name(),
                        proposal.sentence(),
                        proposal.month(),
                        part.isEmpty() ? "" : " --organisation " + part);
    }

    private static String day(Instant at) {
        return WorkingDays.dayOf(at).toString();
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }
}
