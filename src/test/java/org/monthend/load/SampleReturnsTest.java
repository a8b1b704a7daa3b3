package org.monthend.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Severity;
import org.monthend.extract.format.ReadLimits;
import org.monthend.validate.Issue;

/** The returns that come with the product, in their own layouts and with their own catalogue. */
class SampleReturnsTest {

    private static final Path INPUT = Path.of("input");

    @Test
    void allAreLoadedWholeAndSayNothingUnexpected() {
        Catalogue catalogue = new CatalogueFile(INPUT.resolve("catalogue.xlsx")).read(ReadLimits.standard());
        ReturnFolder folder = new ReturnFolder(INPUT.resolve("returns"));
        KeptSubmissions kept = new KeptSubmissions();
        SubmissionLoader loader = new SubmissionLoader(catalogue, kept, ReadLimits.standard());
        for (ReportingMonth month : folder.months()) {
            folder.files(month).forEach(loader::load);
        }

        assertThat(kept.kept()).hasSize(140);
        assertThat(kept.kept())
                .allMatch(each -> each.judgement().verdict().isLoaded()
                        && each.judgement().rowsRejected() == 0
                        && each.staged().size() == each.judgement().rowsRead());
        assertThat(kept.kept().stream()
                        .flatMap(each -> each.judgement().issues().stream())
                        .filter(issue -> !issue.rule().code().equals("R105"))
                        .map(issue -> issue.severity() + " " + issue.rule().code())
                        .sorted()
                        .collect(Collectors.joining(", ")))
                .isEqualTo("NOTE R208, NOTE R212, QUERY R310");
    }

    @Test
    void theVarianceThatCannotBeIsTheOnlyQuery() {
        Catalogue catalogue = new CatalogueFile(INPUT.resolve("catalogue.xlsx")).read(ReadLimits.standard());
        ReturnFolder folder = new ReturnFolder(INPUT.resolve("returns"));
        SubmissionLoader loader = new SubmissionLoader(catalogue, new KeptSubmissions(), ReadLimits.standard());
        List<Issue> queries = folder.files(new ReportingMonth(2015, 12)).stream()
                .map(loader::load)
                .flatMap(result -> result.judgement().issues().stream())
                .filter(issue -> issue.severity() == Severity.QUERY)
                .toList();

        assertThat(queries).hasSize(1);
        assertThat(queries.get(0).cell()).isEqualTo("D6");
    }
}
