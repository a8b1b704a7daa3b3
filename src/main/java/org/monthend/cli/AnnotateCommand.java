package org.monthend.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.monthend.calendar.ReportingMonth;
import org.monthend.extract.format.ReadLimits;
import org.monthend.load.CatalogueFile;
import org.monthend.load.KeptFiles;
import org.monthend.load.ReturnFolder;
import org.monthend.load.ReturnReading;
import org.monthend.publish.sender.Cover;
import org.monthend.publish.sender.Fault;
import org.monthend.steward.KeptSubmission;
import org.monthend.steward.SenderCopy;
import org.monthend.steward.SenderWords;
import org.monthend.steward.SubmissionBook;
import org.monthend.validate.Judgement;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives the sender's own workbook back with its issues marked. */
@Command(
        name = "annotate",
        mixinStandardHelpOptions = true,
        description = {
            "Give the sender's own workbook back: every cell at fault marked and commented, the issues on a sheet in front.",
            "Prints where it was written. The sender's file itself is never changed."
        })
final class AnnotateCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Mixin
    private final Places places = new Places();

    @Mixin
    private final Limits limits = new Limits();

    @Parameters(
            paramLabel = "SUBMISSION|FILE",
            description = "Number of a submission in the warehouse, or a file as a team sent it, which is judged anew.")
    private String what = "";

    @Option(
            names = "--month",
            paramLabel = "MONTH",
            description = {
                "The month that a file is judged for. Without it: the month of the file's folder (2015-12), else the "
                        + "month in its name, else the newest month that its table speaks of."
            })
    private @Nullable String month;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Where to write it (default: NAME-issues.xlsx in the month's folder annotated of the output).")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Path file = Path.of(what);
        Path written;
        if (Files.isRegularFile(file)) {
            written = annotateFile(file);
        } else if (what.matches("[0-9]{1,18}")) {
            written = annotateSubmission(Long.parseLong(what));
        } else {
            throw new Misused("There is no file '%s', and it is no number of a submission.".formatted(what));
        }
        spec.commandLine().getOut().println(written);
        spec.commandLine().getOut().flush();
        return ExitCode.DONE.number();
    }

    private Path annotateFile(Path file) {
        ReadLimits readLimits = limits.read();
        ReturnReading reading = new ReturnReading(
                new CatalogueFile(places.input().resolve("catalogue.xlsx")).read(ReadLimits.standard()), readLimits);
        Optional<ReportingMonth> about =
                Months.about(file, Optional.ofNullable(month).map(Months::parse), reading);
        Judgement judgement =
                reading.judge(ReturnFolder.describe(file, about.orElseGet(Months::dueNow)), statement -> {});
        String name = file.getFileName().toString();
        return write(
                new SenderCopy(file, name, readLimits),
                file,
                about,
                SenderWords.cover(name, about, judgement),
                SenderWords.faults(judgement.issues()));
    }

    private Path annotateSubmission(long number) throws IOException {
        if (month != null) {
            throw new Misused("A submission has its month already. Leave --month out.");
        }
        try (ConfigurableApplicationContext application = Application.start(places)) {
            KeptSubmission submission = application
                    .getBean(SubmissionBook.class)
                    .submission(number)
                    .orElseThrow(() -> new Misused("There is no submission %d in the warehouse.".formatted(number)));
            if (!submission.isFileKept()) {
                throw new Misused("The file '%s' of submission %d is not kept. Give the file itself, if you have it."
                        .formatted(submission.file(), number));
            }
            Path bytes = Files.createTempFile("monthend", ".return");
            try {
                application.getBean(KeptFiles.class).copy(submission.sha256(), bytes);
                return write(
                        new SenderCopy(bytes, submission.file(), limits.read()),
                        bytes,
                        Optional.of(submission.month()),
                        SenderWords.cover(submission),
                        SenderWords.faults(submission.issues()));
            } finally {
                Files.deleteIfExists(bytes);
            }
        }
    }

    private Path write(SenderCopy copy, Path source, Optional<ReportingMonth> about, Cover cover, List<Fault> faults) {
        Path target = out != null ? out : defaultFolder(about).resolve(copy.fileName());
        if (!target.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(copy.ending())) {
            throw new Misused(
                    "The copy is a workbook of the kind %s. Let the name after --out end so.".formatted(copy.ending()));
        }
        if (isSame(target, source)) {
            throw new Misused("'%s' is the sender's own file, which is never changed. Name another.".formatted(target));
        }
        copy.write(cover, faults, target);
        return target;
    }

    private Path defaultFolder(Optional<ReportingMonth> about) {
        return about.map(known -> places.output().resolve(known.toString()))
                .orElse(places.output())
                .resolve("annotated");
    }

    private static boolean isSame(Path target, Path source) {
        try {
            return Files.exists(target) && Files.isSameFile(target, source);
        } catch (IOException e) {
            throw new Misused("'%s' cannot be written to: %s".formatted(target, e.getMessage()));
        }
    }
}
