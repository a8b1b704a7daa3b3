package org.monthend.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.extract.CellWords;
import org.monthend.extract.Field;
import org.monthend.extract.TableFinder;
import org.monthend.extract.TableReader;
import org.monthend.extract.TableSearch.Found;
import org.monthend.extract.TableSearch.Misfit;
import org.monthend.extract.format.Format;
import org.monthend.extract.format.ReadLimits;
import org.monthend.extract.format.Remark;
import org.monthend.extract.format.SheetInfo;
import org.monthend.extract.format.UnreadableWorkbook;
import org.monthend.extract.format.Visibility;
import org.monthend.extract.format.Workbook;
import org.monthend.extract.format.Workbooks;
import org.monthend.validate.History;
import org.monthend.validate.Judgement;
import org.monthend.validate.MonthOfCell;
import org.monthend.validate.MonthsInName;
import org.monthend.validate.ReturnJudge;
import org.monthend.validate.Rule;
import org.monthend.validate.Statement;

/**
 * Extracts and judges one file as the return that it is. It needs no warehouse for it, but knows more with one. For any
 * number of threads.
 */
public final class ReturnReading {

    private static final MonthlyReturn NO_RETURN =
            new MonthlyReturn("", "", "", Frequency.MONTHLY, 1, "", List.of(), List.of(), "", "");

    private static final String CHANGED = "CHANGED";

    private static final String CHANGED_WHILE_READ = "the file was changed while it was read.";

    /** Names that promise text; a workbook under such a name was renamed by someone who meant something else. */
    private static final List<String> TEXT_ENDINGS = List.of(".csv", ".tsv", ".txt");

    private final Catalogue catalogue;
    private final ReadLimits limits;
    private final StandingStill standingStill;
    private final Function<ReportingMonth, KnownBefore> histories;

    /** Reads without a warehouse: nothing is known of earlier months. */
    public ReturnReading(Catalogue catalogue, ReadLimits limits) {
        this(catalogue, limits, month -> KnownBefore.nothing());
    }

    /** @param histories what was known before the returns of a month were judged */
    public ReturnReading(Catalogue catalogue, ReadLimits limits, Function<ReportingMonth, KnownBefore> histories) {
        this(catalogue, limits, StandingStill.ONE_LOOK, histories);
    }

    /** @param standingStill which of the files that break off are no longer being written */
    ReturnReading(
            Catalogue catalogue,
            ReadLimits limits,
            StandingStill standingStill,
            Function<ReportingMonth, KnownBefore> histories) {
        this.catalogue = catalogue;
        this.limits = limits;
        this.standingStill = standingStill;
        Map<ReportingMonth, KnownBefore> known = new ConcurrentHashMap<>();
        this.histories = month -> known.computeIfAbsent(month, histories);
    }

    /**
     * The newest month that the file's table speaks of, for a file that stands in no month's folder; empty when it has
     * none, when it is no single return's, or when it cannot be read. The layouts in force last are asked.
     */
    public Optional<ReportingMonth> monthSaid(Path file) {
        List<MonthlyReturn> due = dueReturns(file.getFileName().toString());
        if (due.size() != 1) {
            return Optional.empty();
        }
        MonthOfCell months = new MonthOfCell();
        List<ReportingMonth> newest = new ArrayList<>();
        try (Workbook workbook = Workbooks.open(file, limits)) {
            TableFinder finder = new TableFinder(workbook, file.getFileName().toString());
            for (List<String> alternatives : due.get(0).tables()) {
                for (Layout layout : lastInForce(alternatives)) {
                    if (finder.find(layout) instanceof Found found) {
                        TableReader.read(
                                workbook,
                                found.table(),
                                layout,
                                row -> row.value(Field.MONTH)
                                        .flatMap(months::of)
                                        .ifPresent(month -> keepNewer(newest, month)));
                        break;
                    }
                }
            }
        } catch (UnreadableWorkbook e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return newest.stream().findFirst();
    }

    private static void keepNewer(List<ReportingMonth> newest, ReportingMonth month) {
        if (newest.isEmpty() || month.isAfter(newest.get(0))) {
            newest.clear();
            newest.add(month);
        }
    }

    private List<Layout> lastInForce(List<String> codes) {
        return codes.stream()
                .flatMap(code -> catalogue.layouts().stream()
                        .filter(layout -> layout.code().equals(code))
                        .max(Comparator.comparing(layout -> layout.from().key()))
                        .stream())
                .toList();
    }

    /**
     * Judges every row of the file.
     *
     * @param accepted receives every row that passes, in the file's order; what it has received counts for nothing when
     *     the judgement refuses the file
     */
    public Judgement judge(ReturnFile file, Consumer<Statement> accepted) {
        if (!ReturnFolder.isReturn(file.name())) {
            return Judgement.ignored();
        }
        List<MonthlyReturn> due = dueReturns(file.name());
        ReturnJudge judge = new ReturnJudge(
                catalogue,
                due.size() == 1 ? due.get(0) : NO_RETURN,
                file.month(),
                histories.apply(file.month()).of(file),
                accepted);
        try {
            if (due.size() == 1) {
                judge.fileName(file.name());
                read(file, due.get(0), judge);
            } else {
                lookInto(file, due, judge);
            }
            return judge.finish();
        } catch (NoSuchFileException e) {
            return judge.defer("TAKEN_AWAY", "the file was taken away while it was read.");
        } catch (StillBeingWritten e) {
            return judge.defer(e.reason(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What becomes of a file that was found to be another than the one that was read. */
    Judgement changed(ReturnFile file) {
        return new ReturnJudge(catalogue, NO_RETURN, file.month(), History.nothing(), statement -> {})
                .defer(CHANGED, CHANGED_WHILE_READ);
    }

    private void read(ReturnFile file, MonthlyReturn due, ReturnJudge judge) throws IOException {
        try (Workbook workbook = open(file)) {
            hiddenSheets(workbook, judge);
            TableFinder finder = new TableFinder(workbook, file.name());
            for (List<String> alternatives : due.tables()) {
                readTable(workbook, finder, alternatives, file, judge);
            }
            workbook.remarks().forEach(remark -> remark(judge, remark));
            stoodStill(file);
        } catch (UnreadableWorkbook e) {
            unreadable(file, e, judge);
        }
    }

    /** A file of no return is opened all the same: that it is locked or broken is what its sender must hear first. */
    private void lookInto(ReturnFile file, List<MonthlyReturn> due, ReturnJudge judge) throws IOException {
        String advice = "";
        try (Workbook workbook = open(file)) {
            TableFinder finder = new TableFinder(workbook, file.name());
            List<String> fitting = new ArrayList<>();
            for (MonthlyReturn each : catalogue.returns()) {
                if (fits(each, file.month(), finder)) {
                    fitting.add(each.fileName());
                }
            }
            advice = fitting.isEmpty() || !due.isEmpty()
                    ? ""
                    : " Its table is one of " + String.join(" or ", fitting) + ".";
            stoodStill(file);
        } catch (UnreadableWorkbook e) {
            unreadable(file, e, judge);
        }
        judge.raise(Rule.UNKNOWN_RETURN, "", "", file.name(), notOneReturn(file.name(), due) + advice);
    }

    private boolean fits(MonthlyReturn due, ReportingMonth month, TableFinder finder) throws IOException {
        for (List<String> alternatives : due.tables()) {
            boolean found = false;
            for (String code : alternatives) {
                Optional<Layout> layout = catalogue.layout(code, month);
                found |= layout.isPresent() && finder.find(layout.get()) instanceof Found;
            }
            if (!found) {
                return false;
            }
        }
        return !due.tables().isEmpty();
    }

    private Workbook open(ReturnFile file) throws IOException {
        Workbook workbook = Workbooks.open(file.path(), limits);
        if (promisesText(file.name()) && workbook.format() != Format.CSV) {
            workbook.close();
            throw UnreadableWorkbook.misnamed(workbook.format());
        }
        return workbook;
    }

    /** What of a file's name can change the verdict: the months in it, and whether it promises text. */
    static String nameSays(String fileName) {
        return MonthsInName.of(fileName) + " " + promisesText(fileName);
    }

    private static boolean promisesText(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return TEXT_ENDINGS.stream().anyMatch(lower::endsWith);
    }

    private void unreadable(ReturnFile file, UnreadableWorkbook e, ReturnJudge judge) throws IOException {
        stoodStill(file);
        if (e.reason().mayStillBeWritten() && !standingStill.stoodStill(file)) {
            throw new StillBeingWritten(e.reason().name(), String.valueOf(e.getMessage()));
        }
        String limit = e.reason().isLimit()
                ? " The steward can move this limit: --limit " + e.reason().limit() + "=…."
                : "";
        judge.raise(Rule.UNREADABLE_WORKBOOK, "", "", e.reason().name(), e.getMessage() + limit);
    }

    /** What was read must be what the digest stands for. */
    private static void stoodStill(ReturnFile file) throws IOException {
        if (!ReturnFolder.sha256(file.path()).equals(file.sha256())) {
            throw new StillBeingWritten(CHANGED, CHANGED_WHILE_READ);
        }
    }

    /** Of several layouts for one table the first that fits is read. */
    private void readTable(
            Workbook workbook, TableFinder finder, List<String> alternatives, ReturnFile file, ReturnJudge judge)
            throws IOException {
        List<Fit> fits = new ArrayList<>();
        List<Misfit> misfits = new ArrayList<>();
        for (String code : alternatives) {
            Optional<Layout> layout = catalogue.layout(code, file.month());
            if (layout.isPresent()) {
                var search = finder.find(layout.get());
                if (search instanceof Found found) {
                    fits.add(new Fit(found, layout.get()));
                } else {
                    misfits.add((Misfit) search);
                }
            }
        }
        if (fits.isEmpty()) {
            judge.misfit(nearest(misfits)
                    .orElse(new Misfit(
                            String.join(" or ", alternatives),
                            "",
                            "",
                            List.of("no such layout holds in " + file.month().longLabel()))));
            return;
        }
        Fit fit = fits.get(0);
        String sheet = fit.found().table().sheet().name();
        judge.startTable(fit.found().table(), fit.layout());
        TableReader.Tally tally = TableReader.read(workbook, fit.found().table(), fit.layout(), judge::row);
        if (tally.passedOver() > 0) {
            judge.raise(
                    Rule.ROWS_PASSED_OVER, sheet, "", "", tally.passedOver() + " row(s) of totals were not loaded.");
        }
        if (tally.hidden() > 0) {
            judge.raise(Rule.UNUSUAL_FILE, sheet, "", "", tally.hidden() + " row(s) are hidden.");
        }
        fits.stream()
                .skip(1)
                .filter(other -> !other.isSamePlace(fit))
                .forEach(other -> judge.raise(
                        Rule.UNUSUAL_FILE,
                        other.found().table().sheet().name(),
                        "",
                        other.layout().code(),
                        "the table on sheet '%s' was read by layout %s; this one fits layout %s and was not read."
                                .formatted(
                                        sheet,
                                        fit.layout().code(),
                                        other.layout().code())));
    }

    /** The misfit with the least to mend, on a sheet that is there if any; the first where several have as little. */
    private static Optional<Misfit> nearest(List<Misfit> misfits) {
        return misfits.stream()
                .min(Comparator.comparing((Misfit misfit) -> misfit.sheet().isEmpty())
                        .thenComparing(misfit -> misfit.sentences().size()));
    }

    private static void remark(ReturnJudge judge, Remark remark) {
        Rule rule = switch (remark.kind()) {
            case MACROS -> Rule.MACROS;
            case EXTERNAL_LINKS -> Rule.EXTERNAL_LINKS;
            case DECODED_AS_WINDOWS_1252, DAMAGED_UTF_8 -> Rule.DECODED_ENCODING;
            case UNSAFE_PART_NAME, REPEATED_ROWS, EMPTY_ROWS, HIDDEN_COLUMNS, DELIMITER, RAGGED_ROWS ->
                Rule.UNUSUAL_FILE;
        };
        judge.raise(rule, remark.sheet(), "", "", remark.sentence());
    }

    private static void hiddenSheets(Workbook workbook, ReturnJudge judge) {
        List<String> hidden = workbook.sheets().stream()
                .filter(sheet -> sheet.visibility() != Visibility.VISIBLE)
                .map(SheetInfo::name)
                .toList();
        if (!hidden.isEmpty()) {
            judge.raise(
                    Rule.HIDDEN_SHEETS,
                    "",
                    "",
                    String.join(", ", hidden),
                    "the sheets '" + String.join("', '", hidden) + "' are hidden; no table was looked for there.");
        }
    }

    /** The returns whose pattern of file names fits; a file belongs to a return when it is the only one. */
    List<MonthlyReturn> dueReturns(String fileName) {
        String folded = FoldedName.of(fileName).text();
        return catalogue.returns().stream()
                .filter(each -> matches(each.fileName(), folded))
                .toList();
    }

    private static boolean matches(String pattern, String foldedName) {
        String regex = Stream.of(FoldedName.of(pattern).text().split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return foldedName.matches(regex);
    }

    private String notOneReturn(String fileName, List<MonthlyReturn> fitting) {
        return fitting.isEmpty()
                ? "'%s' fits no file name of the catalogue's returns (%s)."
                        .formatted(CellWords.quoted(fileName), patterns(catalogue.returns()))
                : "'%s' fits the file names of several returns (%s)."
                        .formatted(CellWords.quoted(fileName), patterns(fitting));
    }

    static String patterns(List<MonthlyReturn> returns) {
        return returns.stream().map(MonthlyReturn::fileName).collect(Collectors.joining(", "));
    }

    /** What was found may be only half of what is being sent. */
    private static final class StillBeingWritten extends IOException {

        private final String reason;

        StillBeingWritten(String reason, String sentence) {
            super(sentence);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /** A layout and the table that it found. */
    private record Fit(Found found, Layout layout) {

        boolean isSamePlace(Fit other) {
            return found.table().sheet().equals(other.found().table().sheet())
                    && found.table().headerRow() == other.found().table().headerRow();
        }
    }
}
