package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every row of the page's table is held by a test, and every test of what happens to a file has its row. */
class ReturnsPageTest {

    private static final Path PAGE = Path.of("docs", "returns.md");
    private static final Map<String, String> PACKAGES =
            Map.of("FilePolicyTest", "cli", "WithdrawTranscriptTest", "cli", "SubmissionLoaderTest", "load");

    @Test
    void everyRowNamesATestThatThereIs() throws IOException, ClassNotFoundException {
        List<String> rows = rows();
        assertThat(rows).hasSizeGreaterThan(10);
        for (String row : rows) {
            assertThat(row).matches(".*\\| `\\w+Test\\.\\w+` \\|");
            String[] test = row.replaceAll(".*`(\\w+Test\\.\\w+)` \\|", "$1").split("\\.");
            assertThat(tests(test[0])).as(row).contains(test[1]);
        }
    }

    @Test
    void everyTestOfWhatHappensToAFileHasItsRow() throws IOException, ClassNotFoundException {
        String table = String.join("\n", rows());
        assertThat(tests("FilePolicyTest")).allMatch(test -> table.contains("`FilePolicyTest." + test + "`"));
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| what happens"))
                .toList();
    }

    private static List<String> tests(String type) throws ClassNotFoundException {
        Class<?> tests = Class.forName("org.monthend.%s.%s".formatted(PACKAGES.get(type), type));
        return Arrays.stream(tests.getDeclaredMethods())
                .filter(method -> Stream.of(method.getAnnotations())
                        .anyMatch(annotation -> annotation.annotationType().equals(Test.class)))
                .map(Method::getName)
                .collect(Collectors.toList());
    }
}
