package org.monthend.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.catalogue.FinanceLine;
import org.monthend.scorecard.FinancePosition;

class VarianceQueryTest {

    @ParameterizedTest
    @CsvSource({
        "£10.0M, £10.5M, +£500K, false",
        "£10.0M, £10.5M, +£600K, false",
        "£10.0M, £10.5M, +£601K, true",
        "£10.0M, £10.5M, +£400K, false",
        "£10.0M, £10.5M, +£399K, true",
        "£10.0M, +£10.5M, -£500K, true",
        "£10.0M, £9.5M, -£0.5M, false",
        "'', 66%, '', false",
        "£10.0M, £10.5M, -, false"
    })
    void asksOnlyWhatRoundingCannotExplain(String budget, String forecast, String variance, boolean asks) {
        assertThat(VarianceQuery.of(position(budget, forecast, variance)).isPresent())
                .isEqualTo(asks);
    }

    @Test
    void saysWhatTheFiguresBesideItGive() {
        assertThat(VarianceQuery.of(position("£10.0M", "£10.5M", "+£750K")).map(VarianceQuery::sentence))
                .hasValue("Repairs: the reported variance +£750K does not follow from the budget and forecast"
                        + " printed beside it, which give +£400K to +£600K.");
    }

    private static FinancePosition position(String budget, String forecast, String variance) {
        return new FinancePosition(
                new FinanceLine("REPAIRS", "Repairs", false, FinanceLine.Kind.MONEY, 1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                budget,
                forecast,
                variance,
                OptionalLong.empty());
    }
}
