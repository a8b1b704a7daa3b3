package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.SampleInput;
import org.monthend.SampleInput.Answer;
import org.monthend.publish.PublicCopyFiles;
import org.monthend.scorecard.disclosure.CopyCell;

/** What a steward reads when the sample's scorecards go out to the public, one month after the other. */
class PublicCopyTranscriptTest {

    @Test
    void aPublicCopyHidesWhatIsSmallAndStaysTheSame(@TempDir Path folder) throws IOException, SQLException {
        try (SampleInput input = SampleInput.loaded(folder)) {
            refused(
                    input.run("publish", "2015-12", "--public"),
                    "No edition of December 2015 is published. Publish it first: ./monthend publish 2015-12 --by NAME");
            input.run("publish", "2015-12", "--by", "Jane Smith");
            refused(
                    input.run("publish", "2015-12", "--public", "--note", "For all"),
                    "A public copy has no note of its own. Leave --note out.");

            Answer made = input.run("publish", "2015-12", "--public", "--by", "Ada Lovelace");
            assertThat(made.err()).isEmpty();
            assertThat(made.exitCode()).isZero();
            assertThat(made.out()).matches("""
                            The public copy of edition 1 of December 2015 is made by Ada Lovelace\\.
                            108 figures are hidden in all: 101 since they count 1 to 5 or would give it back, 3 since it is not known what they count, 4 to protect those\\. 8 texts are withheld\\.
                            For the public: .*/2015-12/public/scorecard\\.html, scorecard\\.xlsx and figures\\.csv beside it\\.
                            NOT for the public: .*/2015-12/hidden\\.txt, which says what is hidden and why\\.
                            Public copy 1, digest of the chain of copies: [0-9a-f]{64}
                            """);

            Path month = input.output().resolve("2015-12");
            try (Stream<Path> files = Files.list(month.resolve("public"))) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("scorecard.html", "scorecard.xlsx", "figures.csv");
            }
            String page = Files.readString(month.resolve("public/scorecard.html"));
            assertThat(page)
                    .contains(
                            "Public copy",
                            "data-line=\"CPP_2YEARS_PCT\" data-column=\"latest\">c<",
                            "Codes: c: confidential")
                    .contains("data-line=\"CONDUCT_CASES\" data-column=\"latest\">17*<", "[withheld]")
                    .doesNotContain("one to discipline", "foster carers assessed", "open quer");
            assertThat(Files.readString(month.resolve("scorecard.html")))
                    .as("the edition itself is as it was")
                    .contains("one to discipline", "By locality", "North locality");
            saysNothingOfLocalities(month.resolve("public"));
            assertThat(Files.readString(month.resolve("hidden.txt")))
                    .startsWith("NOT FOR PUBLICATION")
                    .contains(
                            "Children on CPP for more than 2 years (CPP_2YEARS_PCT)\n  2015/16 Qtr1: small, counts 5\n",
                            "  Dec-15: small, counts 4\n",
                            "  Aug-15: protects, Jul-15 of %Children subject to a CPP for a second time could be told from 2015/16 Qtr2\n",
                            "  The footnote *: it names 1: 16 relate to sickness, one to discipline\n");

            byte[] workbook = Files.readAllBytes(month.resolve("public/scorecard.xlsx"));
            Files.delete(month.resolve("public/scorecard.html"));
            Answer again = input.run("publish", "2015-12", "--public");
            assertThat(again.out())
                    .startsWith("The public copy of edition 1 of December 2015 was made by Ada Lovelace on ")
                    .contains("; it is the same.\n108 figures are hidden in all: ")
                    .endsWith(made.out().substring(made.out().indexOf("Public copy 1, digest")));
            assertThat(Files.readString(month.resolve("public/scorecard.html"))).isEqualTo(page);
            assertThat(Files.readAllBytes(month.resolve("public/scorecard.xlsx")))
                    .isEqualTo(workbook);

            assertThat(input.run("verify").out())
                    .contains("Checked too: public copies 1.\n", "Nothing that was published has been altered.");
            owner(input, "update etl.public_copy set made_by = 'Eve'");
            Answer altered = input.run("verify");
            assertThat(altered.exitCode()).isEqualTo(3);
            assertThat(altered.out())
                    .startsWith("Public copy 1 (December 2015, edition 1) was altered: its entry has the digest ");
        }
    }

    /** Not in the page, not in any part of the workbook, not among the figures. */
    private static void saysNothingOfLocalities(Path copy) throws IOException {
        List<String> texts = new ArrayList<>(List.of(
                Files.readString(copy.resolve("scorecard.html")), Files.readString(copy.resolve("figures.csv"))));
        try (ZipFile workbook = new ZipFile(copy.resolve("scorecard.xlsx").toFile())) {
            for (ZipEntry part : Collections.list(workbook.entries())) {
                texts.add(new String(workbook.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(texts)
                .hasSizeGreaterThan(10)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain(
                                "North locality",
                                "South locality",
                                "East locality",
                                "Central locality",
                                "NORTH",
                                "SOUTH",
                                "EAST ",
                                "CENTRAL",
                                "By locality",
                                "Localities"));
    }

    @Test
    void aLaterCopyReckonsWithThoseThatAreOut(@TempDir Path folder) throws IOException {
        try (SampleInput input = SampleInput.loaded(folder)) {
            for (String month : List.of("2015-08", "2015-12")) {
                input.run("publish", month, "--by", "Jane Smith");
                assertThat(input.run("publish", month, "--public").exitCode()).isZero();
            }
            assertThat(Files.readString(input.output().resolve("2015-12/hidden.txt")))
                    .as("August is out, so the quarter goes in its place")
                    .contains(
                            "  2015/16 Qtr2: protects, Jul-15 of %Children subject to a CPP for a second time could be told from 2015/16 Qtr2\n")
                    .doesNotContain("  Aug-15: protects, Jul-15 of %Children subject to a CPP for a second time")
                    .contains("this copy and 1 copy before it.");
            assertThat(PublicCopyFiles.shown(Files.readAllBytes(input.output().resolve("2015-08/public/figures.csv"))))
                    .containsEntry(new CopyCell("CPP_SECOND_PCT", "Aug-15"), "13%");
        }
    }

    private static void refused(Answer answer, String why) {
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).isEqualToIgnoringNewLines(why);
    }

    private static void owner(SampleInput input, String sql) throws SQLException {
        try (Connection connection = input.database().owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica; " + sql);
        }
    }
}
