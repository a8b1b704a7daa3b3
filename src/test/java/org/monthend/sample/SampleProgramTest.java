package org.monthend.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleProgramTest {

    @TempDir
    static Path written = Path.of("");

    @BeforeAll
    static void write() throws IOException {
        SampleProgram.main(SharedSeed.folder().toString(), written.toString());
    }

    @Test
    void writesTheSameBytesAgain(@TempDir Path again) throws IOException {
        SampleProgram.main(SharedSeed.folder().toString(), again.toString());
        assertThat(digests(again)).isEqualTo(digests(written)).hasSize(1 + 15 * 9 + 5);
    }

    /** Entry by entry, as another machine may pack the same content otherwise. */
    @Test
    void inputFolderHoldsWhatTheProgramWrites() throws IOException {
        for (String file : digests(written).keySet()) {
            Path kept = Path.of("input").resolve(file);
            assertThat(kept).as("run ./mvnw -Psample test-compile exec:java").exists();
            assertThat(entries(kept)).as(file).isEqualTo(entries(written.resolve(file)));
        }
    }

    @Test
    void needsTwoFolders() {
        assertThatThrownBy(() -> SampleProgram.main("seed"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two folders are needed: the seed's and the one to write to");
    }

    private static Map<String, Integer> digests(Path folder) throws IOException {
        Map<String, Integer> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(folder.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return digests;
    }

    private static Map<String, String> entries(Path workbook) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(workbook)))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                entries.put(entry.getName(), new String(archive.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
