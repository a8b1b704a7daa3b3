package org.monthend.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.SampleInput;

/** All odd files at once: the process lives, each file has one verdict, and nothing of it is left behind. */
class NothingHurtsTest {

    private static final Path[] ALL = {
        CheckedFiles.shared("corpus"), CheckedFiles.shared("nasties"), CheckedFiles.shared("real")
    };

    private static final Set<String> VERDICTS =
            Set.of("accepted", "accepted_with_queries", "partly_accepted", "refused", "deferred", "ignored");

    private static final int ROUNDS = 3;

    /** A process of its own, since in this one other tests open and close what they like. */
    @Test
    void oneProcessOf512MebibytesWithoutNetworkJudgesThemAllThreeTimesAndHoldsNothing(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        Path errors = folder.resolve("errors");
        Process check = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Xmx512m",
                                        "-Drounds=" + ROUNDS,
                                        "-Djava.io.tmpdir=" + temporary,
                                        "-Djava.nio.channels.spi.SelectorProvider=org.monthend.intake.WithoutNetwork",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        "org.monthend.intake.WithoutNetwork",
                                        "check",
                                        "--json",
                                        "--alone",
                                        "--input",
                                        "src/test/resources/catalogues/nasties"),
                                Stream.of(ALL).map(Path::toString))
                        .toList())
                .redirectError(errors.toFile())
                .start();
        List<List<String>> rounds = new ArrayList<>();
        List<Held> held = new ArrayList<>();
        try (BufferedReader out = check.inputReader(StandardCharsets.UTF_8)) {
            List<String> round = new ArrayList<>();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(WithoutNetwork.HELD)) {
                    held.add(Held.of(line));
                    rounds.add(round);
                    round = new ArrayList<>();
                } else {
                    round.add(line);
                }
            }
        }
        assertThat(check.waitFor()).as(Files.readString(errors)).isZero();
        assertThat(errors).isEmptyFile();
        assertThat(temporary).isEmptyDirectory();

        assertThat(rounds).hasSize(ROUNDS).containsOnly(rounds.get(0));
        System.out.println("held after each round: " + held);
        assertThat(held).extracting(Held::exitCode).containsOnly(3);
        // The first round opens the program's own libraries.
        Held second = held.get(1);
        Held third = held.get(2);
        assertThat(third.handles()).isLessThanOrEqualTo(second.handles());
        assertThat(third.threads()).isLessThanOrEqualTo(second.threads());
        assertThat(third.heap() - second.heap()).isLessThan(10 << 20);

        List<Map<String, Object>> checked = CheckedFiles.read(rounds.get(0));
        System.out.println("checked: "
                + checked.stream()
                        .collect(Collectors.groupingBy(
                                each -> each.get("verdict") + " " + each.get("reason"),
                                TreeMap::new,
                                Collectors.counting())));
        assertThat(checked).hasSize(fileCount());
        assertThat(checked).allSatisfy(each -> {
            assertThat(each.get("verdict")).isIn(VERDICTS);
            boolean hasReason = !String.valueOf(each.get("reason")).isEmpty();
            assertThat(hasReason).isEqualTo(Set.of("refused", "deferred").contains(each.get("verdict")));
            assertThat((int) each.get("rows_read"))
                    .isEqualTo((int) each.get("rows_accepted") + (int) each.get("rows_rejected"));
        });
    }

    /** What the process holds after a round; heap in bytes. */
    private record Held(int exitCode, long handles, int threads, long heap) {

        static Held of(String line) {
            String[] parts = line.substring(WithoutNetwork.HELD.length()).split(" ");
            return new Held(
                    Integer.parseInt(parts[0]),
                    Long.parseLong(parts[1]),
                    Integer.parseInt(parts[2]),
                    Long.parseLong(parts[3]));
        }
    }

    @Test
    void theFolderAndTheCommandLineComeToTheSameVerdict(@TempDir Path folder) throws IOException, SQLException {
        try (SampleInput input = new SampleInput(folder)) {
            Files.delete(input.file("catalogue.xlsx"));
            Files.copy(Path.of("src/test/resources/catalogues/nasties/catalogue.xlsx"), input.file("catalogue.xlsx"));
            Path month = Files.createDirectories(input.file("returns/2015-12"));
            for (Path file : files(ALL[1])) {
                Files.copy(file, month.resolve(file.getFileName().toString()));
            }
            for (Path file : files(ALL[0])) {
                Files.copy(file, month.resolve(file.getFileName().toString()));
            }
            Map<String, String> byCommand = new TreeMap<>();
            CheckedFiles.of("nasties", month).stream()
                    .filter(each -> !Set.of("ignored", "deferred").contains(each.get("verdict")))
                    .forEach(each ->
                            byCommand.put(CheckedFiles.name(each), each.get("verdict") + " " + each.get("reason")));

            // Some files break off, as if they were still being copied: the same command looks at them again.
            assertThat(input.run("load").exitCode()).isEqualTo(5);

            Map<String, String> byFolder = decided(input);
            assertThat(byCommand).containsAllEntriesOf(byFolder);
            // Bytes that stand twice under names that say the same are one submission.
            assertThat(byFolder).hasSizeGreaterThan(byCommand.size() - 10);
        }
    }

    /** The verdict on each file by its name. */
    private static Map<String, String> decided(SampleInput input) throws SQLException {
        Map<String, String> verdicts = new TreeMap<>();
        try (Connection connection = input.database().owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select file_name, verdict, reason_code from etl.return_submission")) {
            while (row.next()) {
                // What check accepts, a load has loaded.
                String verdict = row.getString(2).replace("loaded", "accepted");
                verdicts.put(row.getString(1), verdict + " " + row.getString(3));
            }
        }
        return verdicts;
    }

    private static int fileCount() throws IOException {
        int count = 0;
        for (Path each : ALL) {
            count += files(each).size();
        }
        return count;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
