package org.monthend.intake;

import com.jayway.jsonpath.JsonPath;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.cli.Monthend;

/** What check --json says of files, read by a JSON library as any program would. */
final class CheckedFiles {

    private static final Path CATALOGUES = Path.of("src/test/resources/catalogues");

    private CheckedFiles() {}

    /** One map for each line. Fails when the command did. */
    static List<Map<String, Object>> of(String catalogue, Path... files) {
        return read(lines(catalogue, files));
    }

    static List<String> lines(String catalogue, Path... files) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] command = Stream.concat(
                        Stream.of(
                                "check",
                                "--json",
                                "--alone",
                                "--input",
                                CATALOGUES.resolve(catalogue).toString()),
                        Stream.of(files).map(Path::toString))
                .toArray(String[]::new);
        int exitCode = Monthend.run(new PrintWriter(out), new PrintWriter(err), command);
        if ((exitCode != 0 && exitCode != 3) || !err.toString().isEmpty()) {
            throw new AssertionError("check ended with " + exitCode + ": " + err);
        }
        return out.toString().lines().toList();
    }

    static List<Map<String, Object>> read(List<String> lines) {
        return lines.stream()
                .map(line -> JsonPath.<Map<String, Object>>read(line, "$"))
                .toList();
    }

    static String name(Map<String, Object> checked) {
        return String.valueOf(Path.of(String.valueOf(checked.get("file"))).getFileName());
    }

    static List<Map<String, Object>> issues(Map<String, Object> checked) {
        return JsonPath.read(checked, "$.issues");
    }

    static String rules(Map<String, Object> checked) {
        return issues(checked).stream()
                .map(issue -> String.valueOf(issue.get("rule")))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    static Path shared(String folder) {
        return Path.of(System.getProperty("shared")).resolve(folder);
    }
}
