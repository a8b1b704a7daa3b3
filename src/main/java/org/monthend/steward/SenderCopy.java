package org.monthend.steward;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.monthend.extract.format.Format;
import org.monthend.extract.format.ReadLimits;
import org.monthend.extract.format.UnreadableWorkbook;
import org.monthend.extract.format.Workbook;
import org.monthend.extract.format.Workbooks;
import org.monthend.publish.sender.AnnotatedWorkbook;
import org.monthend.publish.sender.Cover;
import org.monthend.publish.sender.Fault;
import org.monthend.publish.sender.SameCells;
import org.monthend.validate.Rule;

/**
 * A sender's file on its way back, with its faults marked: an Excel workbook is marked itself, any other becomes an Excel
 * workbook of the same cells, and of a file that cannot be read there is the list of issues alone.
 */
public final class SenderCopy {

    private static final Set<String> OWN_ENDINGS = Set.of(".xlsx", ".xlsm", ".xltx", ".xltm");

    /** Whoever breaks these is not to be trusted with a single cell. */
    private static final Set<String> BROKEN = Set.of(Rule.UNREADABLE_WORKBOOK.code(), Rule.UNFINISHED_FILE.code());

    private final Path file;
    private final String name;
    private final ReadLimits limits;
    private final Optional<Format> format;

    /** @param name the sender's name of the file, which may stand elsewhere under another */
    public SenderCopy(Path file, String name, ReadLimits limits) {
        this.file = file;
        this.name = name;
        this.limits = limits;
        this.format = formatOf(file, limits);
    }

    private static Optional<Format> formatOf(Path file, ReadLimits limits) {
        try (Workbook workbook = Workbooks.open(file, limits)) {
            return Optional.of(workbook.format());
        } catch (UnreadableWorkbook e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the copy is to be called: the sender's name, -issues, and the ending of a workbook of its kind. */
    public String fileName() {
        int point = name.lastIndexOf('.');
        String bare = point > 0 ? name.substring(0, point) : name;
        return bare.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_") + "-issues" + ending();
    }

    /** With macros it stays a workbook with macros, or no program would open it. */
    public String ending() {
        if (format.isEmpty() || !isOwn(format.get())) {
            return ".xlsx";
        }
        int point = name.lastIndexOf('.');
        String own = point < 0 ? "" : name.substring(point).toLowerCase(Locale.ROOT);
        boolean macros = format.get() == Format.XLSM;
        return OWN_ENDINGS.contains(own) && own.endsWith("m") == macros ? own : macros ? ".xlsm" : ".xlsx";
    }

    private static boolean isOwn(Format format) {
        return format == Format.XLSX || format == Format.XLSM;
    }

    /** Writes the copy; it is at its place only once it is whole. */
    public void write(Cover cover, List<Fault> faults, Path target) {
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Path unfinished = Files.createTempFile(target.toAbsolutePath().getParent(), ".annotated", ".tmp");
            try {
                copy(cover, faults, unfinished);
                Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(Cover cover, List<Fault> faults, Path target) throws IOException {
        boolean readable = format.isPresent() && faults.stream().noneMatch(fault -> BROKEN.contains(fault.rule()));
        if (!readable) {
            issuesAlone(cover, faults, target);
        } else if (!isOwn(format.get())) {
            sameCells(cover, faults, target);
        } else {
            try (OutputStream out = Files.newOutputStream(target)) {
                AnnotatedWorkbook.write(file, cover, faults, out);
            }
        }
    }

    private void sameCells(Cover cover, List<Fault> faults, Path target) throws IOException {
        Path same = Files.createTempFile(target.getParent(), ".cells", ".tmp");
        try (Workbook workbook = Workbooks.open(file, limits)) {
            Map<String, String> names;
            try (OutputStream out = Files.newOutputStream(same)) {
                names = SameCells.write(new WorkbookSheets(workbook), out);
            }
            List<Fault> moved = faults.stream()
                    .map(fault -> fault.onSheet(names.getOrDefault(fault.sheet(), fault.sheet())))
                    .toList();
            try (OutputStream out = Files.newOutputStream(target)) {
                AnnotatedWorkbook.write(same, cover, moved, out);
            }
        } catch (UnreadableWorkbook e) {
            issuesAlone(cover, faults, target);
        } finally {
            Files.deleteIfExists(same);
        }
    }

    private static void issuesAlone(Cover cover, List<Fault> faults, Path target) throws IOException {
        Path nothing = Files.createTempFile(target.getParent(), ".nothing", ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(nothing)) {
                SameCells.writeNothing(out);
            }
            try (OutputStream out = Files.newOutputStream(target)) {
                AnnotatedWorkbook.write(nothing, cover, faults, out);
            }
        } finally {
            Files.deleteIfExists(nothing);
        }
    }
}
