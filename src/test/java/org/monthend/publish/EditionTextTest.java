package org.monthend.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.monthend.scorecard.Edition;

class EditionTextTest {

    @Test
    void givesTimesAsBritishClocksShowThem() {
        Edition summer = new Edition(
                1,
                Edition.Status.PUBLISHED,
                Instant.parse("2021-07-16T23:30:00Z"),
                Optional.of(Instant.parse("2021-12-20T09:00:00Z")),
                "Ada Whitlock",
                SampleEdition.scorecard());

        assertThat(new EditionText(summer).particulars())
                .containsExactly(
                        "Edition 1",
                        "published 20 December 2021, 09:00 by Ada Whitlock",
                        "data as at 17 July 2021, 00:30 (UK time)",
                        "method version 2");
    }

    @Test
    void saysThatADraftIsADraft() {
        EditionText draft = new EditionText(SampleEdition.draft());

        assertThat(draft.status()).isEqualTo("Draft edition");
        assertThat(draft.particulars()).contains("not published");
        assertThat(draft.documentTitle()).isEqualTo("Corporate Scorecard Nov-21 – Harbour Homes & Care (draft)");
    }
}
