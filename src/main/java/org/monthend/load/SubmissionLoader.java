package org.monthend.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.extract.TableFinder;
import org.monthend.extract.TableReader;
import org.monthend.extract.TableSearch;
import org.monthend.extract.format.ReadLimits;
import org.monthend.extract.format.Remark;
import org.monthend.extract.format.SheetInfo;
import org.monthend.extract.format.UnreadableWorkbook;
import org.monthend.extract.format.Visibility;
import org.monthend.extract.format.Workbook;
import org.monthend.extract.format.Workbooks;
import org.monthend.validate.ReturnJudge;
import org.monthend.validate.Rule;

/** Takes one file from its folder to a published revision, or to a refusal that says why. */
public final class SubmissionLoader {

    private final Catalogue catalogue;
    private final SubmissionStore store;
    private final ReadLimits limits;

    public SubmissionLoader(Catalogue catalogue, SubmissionStore store, ReadLimits limits) {
        this.catalogue = catalogue;
        this.store = store;
        this.limits = limits;
    }

    /** Whether the file has been decided before, as it is and with the catalogue as it is. */
    public boolean isDecided(ReturnFile file) {
        return store.isDecided(submission(file));
    }

    /** Extracts, judges and publishes the file in one transaction. */
    public SubmissionResult load(ReturnFile file) {
        Submission submission = submission(file);
        Optional<MonthlyReturn> due = dueReturn(file.name());
        try (OpenSubmission open = store.open(submission)) {
            ReturnJudge judge = new ReturnJudge(catalogue, due.orElse(NO_RETURN), file.month(), open::stage);
            if (due.isEmpty()) {
                judge.raise(Rule.UNKNOWN_RETURN, "", "", file.name(), unknownReturn(file));
            } else {
                judge.fileName(file.name());
                read(file, due.get(), judge);
            }
            return open.decide(judge.finish());
        }
    }

    private void read(ReturnFile file, MonthlyReturn due, ReturnJudge judge) {
        try (Workbook workbook = Workbooks.open(file.path(), limits)) {
            hiddenSheets(workbook, judge);
            TableFinder finder = new TableFinder(workbook, file.name());
            for (List<String> alternatives : due.tables()) {
                readTable(workbook, finder, alternatives, file, judge);
            }
            workbook.remarks().forEach(remark -> remark(judge, remark));
        } catch (UnreadableWorkbook e) {
            judge.raise(Rule.UNREADABLE_WORKBOOK, "", "", file.name(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readTable(
            Workbook workbook, TableFinder finder, List<String> alternatives, ReturnFile file, ReturnJudge judge)
            throws IOException {
        Optional<TableSearch.Misfit> nearest = Optional.empty();
        for (String code : alternatives) {
            Optional<Layout> layout = catalogue.layout(code, file.month());
            if (layout.isEmpty()) {
                continue;
            }
            TableSearch search = finder.find(layout.get());
            if (search instanceof TableSearch.Found found) {
                judge.startTable(found.table(), layout.get());
                int passedOver = TableReader.read(workbook, found.table(), layout.get(), judge::row);
                if (passedOver > 0) {
                    judge.raise(
                            Rule.ROWS_PASSED_OVER,
                            found.table().sheet().name(),
                            "",
                            "",
                            passedOver + " row(s) of totals were not loaded.");
                }
                return;
            }
            TableSearch.Misfit misfit = (TableSearch.Misfit) search;
            if (nearest.isEmpty()
                    || misfit.sentences().size() < nearest.get().sentences().size()) {
                nearest = Optional.of(misfit);
            }
        }
        judge.misfit(nearest.orElse(new TableSearch.Misfit(
                String.join(" or ", alternatives),
                "",
                "",
                List.of("no such layout holds in " + file.month().longLabel()))));
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
                    "hidden: '" + String.join("', '", hidden) + "'.");
        }
    }

    private Submission submission(ReturnFile file) {
        Optional<MonthlyReturn> due = dueReturn(file.name());
        return new Submission(due.map(MonthlyReturn::code).orElse(""), file.month(), file, mappingVersion(due));
    }

    /** The return whose pattern of file names fits; the first in the catalogue's order where several do. */
    private Optional<MonthlyReturn> dueReturn(String fileName) {
        String folded = FoldedName.of(fileName).text();
        return catalogue.returns().stream()
                .filter(each -> matches(each.fileName(), folded))
                .findFirst();
    }

    private static boolean matches(String pattern, String foldedName) {
        String regex = Pattern.compile("\\*")
                .splitAsStream(FoldedName.of(pattern).text() + "\u0000")
                .map(literal -> Pattern.quote(literal.replace("\u0000", "")))
                .reduce((left, right) -> left + ".*" + right)
                .orElse("");
        return foldedName.matches(regex);
    }

    private String unknownReturn(ReturnFile file) {
        return "'%s' fits no file name of the catalogue's returns (%s)."
                .formatted(
                        file.name(),
                        String.join(
                                ", ",
                                catalogue.returns().stream()
                                        .map(MonthlyReturn::fileName)
                                        .toList()));
    }

    /** All that decides how a file of the return is read: a change to anything else is no reason to read it again. */
    private String mappingVersion(Optional<MonthlyReturn> due) {
        List<String> layouts = due.map(MonthlyReturn::tables).orElse(List.of()).stream()
                .flatMap(List::stream)
                .toList();
        String mapping = String.join(
                "\n",
                due.toString(),
                catalogue.layouts().stream()
                        .filter(layout -> layouts.contains(layout.code()))
                        .toList()
                        .toString(),
                catalogue.measures().toString(),
                catalogue.organisations().toString(),
                catalogue.financeLines().toString(),
                catalogue.projects().toString(),
                catalogue.categories().toString(),
                catalogue.rules().toString());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(mapping.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static final MonthlyReturn NO_RETURN =
            new MonthlyReturn("", "", "", Frequency.MONTHLY, 1, "", List.of(), "", "");
}
