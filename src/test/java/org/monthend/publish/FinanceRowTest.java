package org.monthend.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.monthend.scorecard.FinancePosition;

class FinanceRowTest {

    private final List<FinancePosition> positions = SampleEdition.scorecard().finance();

    @Test
    void saysHowFarOverOrUnderTheBudgetALineIs() {
        assertThat(FinanceRow.all(positions))
                .extracting(FinanceRow::comment)
                .containsExactly("2.2% over", "9.4% over", "2.5% under", "");
    }

    @Test
    void drawsVariancesOnOneScaleFromTheMiddle() {
        List<FinanceRow> rows = FinanceRow.all(positions);

        assertThat(rows.get(0).bar()).contains("x=\"50.00\" width=\"11.50\"");
        assertThat(rows.get(1).bar()).contains("x=\"50.00\" width=\"50.00\"");
        assertThat(rows.get(2).bar()).contains("x=\"36.84\" width=\"13.16\"");
        assertThat(rows.get(3).bar()).contains("width=\"58.40\"");
    }

    @Test
    void keepsTheCataloguesOrder() {
        List<FinancePosition> shuffled = new ArrayList<>(positions);
        Collections.reverse(shuffled);

        assertThat(FinanceRow.all(shuffled)).isEqualTo(FinanceRow.all(positions));
    }
}
