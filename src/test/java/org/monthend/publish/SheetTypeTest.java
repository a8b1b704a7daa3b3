package org.monthend.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.scorecard.ProjectStatus;
import org.monthend.scorecard.Scorecard;

class SheetTypeTest {

    @ParameterizedTest
    @CsvSource({"1, 90", "2, 85", "3, 75", "9, 70"})
    void printsSmallerTheMoreTheProjectsReport(int times, int percent) {
        Scorecard all = SampleEdition.scorecard();
        List<ProjectStatus> longer = all.projects().stream()
                .map(status -> new ProjectStatus(
                        status.project(),
                        status.progressRag(),
                        status.financeRag(),
                        status.narrative().repeat(times),
                        status.revisionId()))
                .toList();
        Scorecard scorecard = new Scorecard(
                all.month(),
                all.organisation(),
                all.measures(),
                all.finance(),
                all.distributions(),
                all.auditOpinions(),
                longer,
                all.texts());

        assertThat(SheetType.percent(PageView.of(SampleEdition.draft(scorecard))))
                .isEqualTo(percent);
    }
}
