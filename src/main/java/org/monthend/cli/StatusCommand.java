package org.monthend.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.monthend.calendar.ReportingMonth;
import org.monthend.calendar.WorkingDays;
import org.monthend.catalogue.Catalogue;
import org.monthend.extract.format.ReadLimits;
import org.monthend.load.CatalogueFile;
import org.monthend.load.DueReturns;
import org.monthend.load.KeptFiles;
import org.monthend.load.MonthInHand;
import org.monthend.load.ReturnFolder;
import org.monthend.load.SubmissionLoader;
import org.monthend.load.SubmissionStore;
import org.monthend.load.UndecidedFiles;
import org.monthend.steward.ChaseList;
import org.monthend.steward.ChaseMail;
import org.monthend.steward.IssueBook;
import org.monthend.steward.MailFile;
import org.monthend.steward.MailFile.Mailbox;
import org.monthend.steward.MarkedWorkbooks;
import org.monthend.steward.MonthStatus;
import org.monthend.steward.Paint;
import org.monthend.steward.ScratchFolder;
import org.monthend.steward.StatusBoard;
import org.monthend.steward.StatusBook;
import org.monthend.steward.StatusText;
import org.monthend.steward.SubmissionBook;
import org.monthend.steward.Waivers;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says how the month stands: what came, what did not, what is wrong with it, and what to do next. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Say how a month stands: each return that is due, what came of it, and what to do next. Without MONTH: the "
                    + "month whose returns fall due now, or the newest with returns where those are older, and a line for each of "
                    + "the last twelve months."
        })
final class StatusCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Mixin
    private final Places places = new Places();

    @Parameters(paramLabel = "MONTH", arity = "0..1", description = "Only this month, such as 2015-12.")
    private @Nullable String month;

    @Option(
            names = "--chase",
            description = {
                "The mails to write instead: one to each sender of returns that are overdue, refused, loaded in part or "
                        + "queried, of this month or of the last twelve."
            })
    private boolean chase;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description =
                    "With --chase: write each mail into this folder as a draft (.eml), the marked workbooks attached.")
    private @Nullable Path out;

    @Option(
            names = "--from",
            paramLabel = "ADDRESS",
            description = "With --chase: who writes, such as 'Jo Bloggs <jo@example.org>'.")
    private @Nullable String from;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = {
                "The day on which returns are overdue or not, such as 2016-01-13 (default: today). What came is always what "
                        + "came until now."
            })
    private @Nullable String on;

    @Option(names = "--json", description = "As JSON, one month a line; docs/status.md has the fields.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (json && chase) {
            throw new Misused("--json and --chase contradict each other. Give one of them.");
        }
        if (!chase && (out != null || from != null)) {
            throw new Misused("--out and --from are about the mails of --chase. Give it, too.");
        }
        Optional<ReportingMonth> asked = Optional.ofNullable(month).map(Months::parse);
        Optional<LocalDate> day = Optional.ofNullable(on).map(StatusCommand::day);
        Optional<Mailbox> sender = Optional.ofNullable(from).map(StatusCommand::mailbox);
        ReturnFolder returns = returnFolder();
        Catalogue catalogue = new CatalogueFile(places.input().resolve("catalogue.xlsx")).read(ReadLimits.standard());
        try (ConfigurableApplicationContext application = Application.start(places)) {
            Instant now = application.getBean(Clock.class).instant();
            LocalDate today = day.orElseGet(() -> WorkingDays.dayOf(now));
            StatusBoard board = board(application, catalogue, returns, today);
            asked.ifPresent(each -> mustBeAskedFor(each, board));
            if (chase) {
                chase(
                        application,
                        asked.map(each -> List.of(board.of(each))).orElseGet(board::lastMonths),
                        sender,
                        now);
            } else {
                tell(board, asked, today);
            }
            out().flush();
        }
        return ExitCode.DONE.number();
    }

    /** Nobody is overdue with returns of a time before there was anyone to send them to. */
    private static void mustBeAskedFor(ReportingMonth month, StatusBoard board) {
        board.first().filter(month::isBefore).ifPresent(first -> {
            throw new Misused("Nothing has come for %s, and nothing is asked for: the first month with returns is %s."
                    .formatted(month.longLabel(), first.longLabel()));
        });
    }

    private static StatusBoard board(
            ConfigurableApplicationContext application, Catalogue catalogue, ReturnFolder returns, LocalDate today) {
        UndecidedFiles undecided = new UndecidedFiles(
                returns,
                application.getBean(KeptFiles.class),
                new SubmissionLoader(catalogue, application.getBean(SubmissionStore.class), ReadLimits.standard()));
        return new StatusBoard(
                catalogue,
                returns,
                undecided,
                application.getBean(StatusBook.class),
                application.getBean(Waivers.class),
                application.getBean(DueReturns.class).times(),
                today);
    }

    private void tell(StatusBoard board, Optional<ReportingMonth> asked, LocalDate today) {
        if (json) {
            out().print(StatusJson.of(asked.map(each -> List.of(board.of(each))).orElseGet(board::lastMonths)));
            return;
        }
        Paint paint = TerminalPaint.of(spec.commandLine());
        if (asked.isPresent()) {
            out().print(StatusText.of(board.of(asked.get()), paint));
            return;
        }
        List<MonthStatus> months = board.lastMonths();
        ReportingMonth due = MonthInHand.dueOn(today);
        MonthStatus inHand = months.get(months.size() - 1);
        if (!inHand.month().equals(due)) {
            out().printf(
                            "%s is the newest month with returns. Those of %s fall due now: ./monthend status %s%n%n",
                            inHand.month().longLabel(), due.longLabel(), due);
        }
        out().print(StatusText.of(inHand, paint));
        out().println();
        out().print(StatusText.overview(months, paint));
    }

    private void chase(
            ConfigurableApplicationContext application, List<MonthStatus> months, Optional<Mailbox> sender, Instant now)
            throws IOException {
        IssueBook issues = application.getBean(IssueBook.class);
        String signed =
                sender.map(Mailbox::name).filter(name -> !name.isEmpty()).orElse("The data steward");
        List<ChaseMail> mails = ChaseList.of(
                months,
                status -> issues.issues(
                        Optional.of(status.month()), Optional.of(status.owed().code())),
                signed);
        if (mails.isEmpty()) {
            out().println("Nobody need be written to: every return that is due has come, and nothing is open in it.");
            return;
        }
        if (out == null) {
            out().print(String.join(
                    "-".repeat(76) + "\n", mails.stream().map(ChaseMail::text).toList()));
            return;
        }
        MarkedWorkbooks marked = new MarkedWorkbooks(
                application.getBean(SubmissionBook.class), application.getBean(KeptFiles.class), ReadLimits.standard());
        Files.createDirectories(out);
        Set<String> names = new HashSet<>();
        for (ChaseMail mail : mails) {
            Path file = out.resolve(fileName(mail, names));
            Files.write(file, draft(mail, sender.orElseGet(StatusCommand::whoever), now, marked));
            out().println(file);
        }
    }

    private byte[] draft(ChaseMail mail, Mailbox sender, Instant now, MarkedWorkbooks marked) throws IOException {
        try (ScratchFolder scratch = ScratchFolder.create()) {
            List<Path> attachments = new ArrayList<>();
            for (long submission : mail.marked()) {
                Optional<Path> copy = marked.write(submission, scratch.path().resolve(String.valueOf(submission)));
                copy.ifPresent(attachments::add);
                if (copy.isEmpty()) {
                    err().printf(
                                    "The file of submission %d is not kept: attach it to the mail yourself.%n",
                                    submission);
                }
            }
            return MailFile.of(mail, sender, now, attachments);
        }
    }

    /** Named for the address, or for the return where there is none; no two alike on any file system. */
    private static String fileName(ChaseMail mail, Set<String> taken) {
        String wish = mail.address().isEmpty()
                ? mail.concerns().get(0).status().owed().code()
                : mail.address().toLowerCase(Locale.ROOT);
        String plain = wish.replaceAll("[^A-Za-z0-9@._-]", "_").replaceAll("^\\.+", "_");
        String name = plain + ".eml";
        for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = plain + "-" + number + ".eml";
        }
        return name;
    }

    /** As programs name who writes, when nobody says it: the user and the machine. A mail program puts the right one. */
    private static Mailbox whoever() {
        String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9_-]", "");
        try {
            return new Mailbox("", user + "@" + InetAddress.getLocalHost().getCanonicalHostName());
        } catch (UnknownHostException | IllegalArgumentException e) {
            return new Mailbox("", "data.steward@localhost.localdomain");
        }
    }

    private static Mailbox mailbox(String text) {
        try {
            return Mailbox.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Misused(
                    "%s. Write it as jo@example.org, or as 'Jo Bloggs <jo@example.org>'.".formatted(e.getMessage()));
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Misused("'%s' is not a day. Write it as 2016-01-13.".formatted(text));
        }
    }

    private ReturnFolder returnFolder() {
        Path folder = places.input().resolve("returns");
        if (!Files.isDirectory(folder)) {
            throw new Misused("There is no folder of returns at %s.".formatted(folder));
        }
        return new ReturnFolder(folder);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
