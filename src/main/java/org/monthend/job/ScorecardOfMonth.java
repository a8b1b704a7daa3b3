package org.monthend.job;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Organisation;
import org.monthend.publish.ScorecardPage;
import org.monthend.publish.ScorecardWorkbook;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.ScorecardRule;

/** The scorecard of a month: computed from what the warehouse knows, and drawn from what the warehouse keeps. */
final class ScorecardOfMonth {

    private static final String PAGE = "scorecard.html";
    private static final String WORKBOOK = "scorecard.xlsx";

    private ScorecardOfMonth() {}

    /**
     * Begins both files before the edition changes: what a run leaves unfinished that dies in between tells the next run
     * that the files beside it show the edition before.
     */
    static void compute(ReportingMonth month, MonthEnd monthEnd) throws IOException {
        Path folder = Files.createDirectories(monthEnd.output().resolve(month.toString()));
        Files.write(unfinished(folder.resolve(PAGE)), new byte[0]);
        Files.write(unfinished(folder.resolve(WORKBOOK)), new byte[0]);
        Organisation organisation = monthEnd.catalogue().topOrganisation();
        monthEnd.editions()
                .replaceDraft(
                        month,
                        organisation.code(),
                        figures -> ScorecardRule.compute(month, organisation, monthEnd.catalogue(), figures));
    }

    static void publish(ReportingMonth month, MonthEnd monthEnd) throws IOException {
        Edition edition = monthEnd.editions()
                .newest(month, monthEnd.catalogue().topOrganisation().code())
                .orElseThrow();
        Path folder = Files.createDirectories(monthEnd.output().resolve(month.toString()));
        replace(folder.resolve(PAGE), new ScorecardPage().html(edition).getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        new ScorecardWorkbook().write(edition, workbook);
        replace(folder.resolve(WORKBOOK), workbook.toByteArray());
    }

    /** Whether page and workbook of the month's newest edition are in its folder. */
    static boolean isDrawn(Path folder) {
        return isDrawn(folder, PAGE) && isDrawn(folder, WORKBOOK);
    }

    private static boolean isDrawn(Path folder, String name) {
        Path file = folder.resolve(name);
        return Files.exists(file) && !Files.exists(unfinished(file));
    }

    private static Path unfinished(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".part");
    }

    /** Whoever opens the file sees the old one or the new one, never half of one. */
    private static void replace(Path file, byte[] content) throws IOException {
        Path beside = unfinished(file);
        Files.write(beside, content);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
