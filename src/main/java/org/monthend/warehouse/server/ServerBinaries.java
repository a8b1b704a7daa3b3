package org.monthend.warehouse.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, packed in a jar of the class path. */
final class ServerBinaries {

    private static final String MAC = "darwin";

    private final String resource;
    private final URL packed;

    private ServerBinaries(String resource, URL packed) {
        this.resource = resource;
        this.packed = packed;
    }

    static ServerBinaries ofThisMachine() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? MAC : "linux";
        String processor = switch (System.getProperty("os.arch")) {
            case "aarch64", "arm64" -> "arm_64";
            default -> "x86_64";
        };
        String resource = "postgres-%s-%s.txz".formatted(system, processor);
        URL packed = ServerBinaries.class.getClassLoader().getResource(resource);
        if (packed == null) {
            throw new ServerUnavailable(
                    "The embedded PostgreSQL for this machine (" + resource
                            + ") is not part of this build: build with the profile of this machine, or name a database of your own.");
        }
        return new ServerBinaries(resource, packed);
    }

    /** Differs when the packed programs do, so that a new minor version is unpacked beside the old one. */
    String mark() throws IOException {
        URLConnection connection = packed.openConnection();
        long mark = connection instanceof JarURLConnection jar
                ? jar.getJarEntry().getCrc()
                : connection.getContentLengthLong();
        return "%08x".formatted(mark);
    }

    void unpackInto(Path folder) throws IOException {
        try (InputStream bytes = new BufferedInputStream(packed.openStream(), 1 << 16);
                TarArchiveInputStream entries = new TarArchiveInputStream(new XZInputStream(bytes))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException(resource + " holds a file outside its folder: " + entry.getName());
                }
                unpack(entry, entries, target);
            }
        }
        openToAll(folder);
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling(".").normalize());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        boolean program = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** Another account may have to read the programs, whatever the umask says. */
    private static void openToAll(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
