package org.monthend.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;

/** The folder of returns: one folder for each month, 2015-12, and in it the files as they came. */
public record ReturnFolder(Path folder) {

    private static final List<String> UNFINISHED = List.of(".tmp", ".part", ".crdownload", ".filepart");

    /** How the names of Excel's own lock files begin. */
    private static final String LOCK = "~$";

    /** The months that have a folder, oldest first; the warehouse knows those from 2000 to 2049. */
    public List<ReportingMonth> months() {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .map(each -> each.getFileName().toString())
                    .flatMap(name -> monthOf(name).stream())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new FolderUnreadable(folder, e);
        }
    }

    /** The month of a folder of that name; empty for any other. */
    static Optional<ReportingMonth> monthOf(String folderName) {
        return folderName.matches("20[0-4]\\d-(0[1-9]|1[0-2])")
                ? Optional.of(ReportingMonth.parse(folderName))
                : Optional.empty();
    }

    /** The files of a month by name; Excel's own lock files, hidden files and unfinished copies are none. */
    public List<ReturnFile> files(ReportingMonth month) {
        Path monthFolder = folder.resolve(month.toString());
        if (!Files.isDirectory(monthFolder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(monthFolder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> isReturn(file.getFileName().toString()))
                    .sorted()
                    .flatMap(file -> stillThere(file, month).stream())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new FolderUnreadable(monthFolder, e);
        }
    }

    /** The names of those files of a month that someone has open in Excel, which says so by a file of its own. */
    public List<String> openInExcel(ReportingMonth month) {
        Path monthFolder = folder.resolve(month.toString());
        if (!Files.isDirectory(monthFolder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(monthFolder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(LOCK))
                    .map(name -> name.substring(LOCK.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a file of that name is a return at all: Excel's own lock files and unfinished copies are none. */
    public static boolean isReturn(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !lower.startsWith(LOCK)
                && !lower.startsWith(".")
                && UNFINISHED.stream().noneMatch(lower::endsWith);
    }

    /**
     * A file that was taken away or renamed while the folder was read is none of it; one that cannot be read is, and keeps
     * no other from being read.
     */
    private static Optional<ReturnFile> stillThere(Path file, ReportingMonth month) {
        try {
            return Optional.of(describe(file, month));
        } catch (UncheckedIOException e) {
            return e.getCause() instanceof NoSuchFileException
                    ? Optional.empty()
                    : Optional.of(new ReturnFile(file, file.getFileName().toString(), month, "", 0));
        }
    }

    /** The file with its digest; throws UncheckedIOException when it cannot be read. */
    public static ReturnFile describe(Path file, ReportingMonth month) {
        try {
            return new ReturnFile(file, file.getFileName().toString(), month, sha256(file), Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of a file's bytes, in lower-case hexadecimal. */
    public static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, digest)) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
