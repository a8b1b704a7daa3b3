package org.monthend.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
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
import org.monthend.extract.TableFinder;
import org.monthend.extract.TableReader;
import org.monthend.extract.TableSearch.Found;
import org.monthend.extract.TableSearch.Misfit;
import org.monthend.extract.format.ReadLimits;
import org.monthend.extract.format.Remark;
import org.monthend.extract.format.SheetInfo;
import org.monthend.extract.format.UnreadableWorkbook;
import org.monthend.extract.format.Visibility;
import org.monthend.extract.format.Workbook;
import org.monthend.extract.format.Workbooks;
import org.monthend.validate.History;
import org.monthend.validate.Judgement;
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

    private final Catalogue catalogue;
    private final ReadLimits limits;
    private final Function<ReportingMonth, History> histories;

    /** Reads without a warehouse: nothing is known of earlier months. */
    public ReturnReading(Catalogue catalogue, ReadLimits limits) {
        this(catalogue, limits, month -> History.nothing());
    }

    /** @param histories what was known before the returns of a month were judged */
    public ReturnReading(Catalogue catalogue, ReadLimits limits, Function<ReportingMonth, History> histories) {
        this.catalogue = catalogue;
        this.limits = limits;
        Map<ReportingMonth, History> known = new ConcurrentHashMap<>();
        this.histories = month -> known.computeIfAbsent(month, histories);
    }

    /**
     * Judges every row of the file.
     *
     * @param accepted receives every row that passes, in the file's order; what it has received counts for nothing when
     *     the judgement refuses the file
     */
    public Judgement judge(ReturnFile file, Consumer<Statement> accepted) {
        List<MonthlyReturn> due = dueReturns(file.name());
        ReturnJudge judge = new ReturnJudge(
                catalogue,
                due.size() == 1 ? due.get(0) : NO_RETURN,
                file.month(),
                histories.apply(file.month()),
                accepted);
        if (due.size() == 1) {
            judge.fileName(file.name());
            read(file, due.get(0), judge);
        } else {
            judge.raise(Rule.UNKNOWN_RETURN, "", "", file.name(), notOneReturn(file.name(), due));
        }
        return judge.finish();
    }

    private void read(ReturnFile file, MonthlyReturn due, ReturnJudge judge) {
        try (Workbook workbook = Workbooks.open(file.path(), limits)) {
            hiddenSheets(workbook, judge);
            TableFinder finder = new TableFinder(workbook, file.name());
            for (List<String> alternatives : due.tables()) {
                readTable(workbook, finder, alternatives, file, judge);
            }
            workbook.remarks().forEach(remark -> remark(judge, remark));
            stoodStill(file, judge);
        } catch (UnreadableWorkbook e) {
            judge.raise(Rule.UNREADABLE_WORKBOOK, "", "", file.name(), String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            judge.raise(Rule.UNREADABLE_WORKBOOK, "", "", file.name(), "the file was taken away while it was read.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was read must be what the digest stands for. */
    private static void stoodStill(ReturnFile file, ReturnJudge judge) throws IOException {
        if (!ReturnFolder.sha256(file.path()).equals(file.sha256())) {
            judge.raise(
                    Rule.UNREADABLE_WORKBOOK,
                    "",
                    "",
                    file.name(),
                    "the file was changed while it was read; it is read again once it stands still.");
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

    /** The misfit with the least to mend; the first of them where several have as little. */
    private static Optional<Misfit> nearest(List<Misfit> misfits) {
        return misfits.stream()
                .reduce((one, other) ->
                        other.sentences().size() < one.sentences().size() ? other : one);
    }

    private static void remark(ReturnJudge judge, Remark remark) {
        Rule rule = switch (remark.kind()) {
            case MACROS -> Rule.MACROS;
            case EXTERNAL_LINKS -> Rule.EXTERNAL_LINKS;
            case DECODED_AS_WINDOWS_1252, DAMAGED_UTF_8 -> Rule.DECODED_ENCODING;
            case UNSAFE_PART_NAME, REPEATED_ROWS, HIDDEN_COLUMNS, DELIMITER, RAGGED_ROWS -> Rule.UNUSUAL_FILE;
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

    /** A layout and the table that it found. */
    private record Fit(Found found, Layout layout) {}
}
