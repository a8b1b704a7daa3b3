package org.monthend.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.validate.SmallCatalogue;

class ReturnDueTest {

    @ParameterizedTest
    @CsvSource({
        "MONTHLY,   2015-11, true",
        "MONTHLY,   2015-12, true",
        "QUARTERLY, 2015-11, false",
        "QUARTERLY, 2015-12, true",
        "ONCE,      2015-11, false",
        "ONCE,      2015-12, false"
    })
    void aReturnIsDueAsOftenAsTheCatalogueSays(Frequency frequency, String month, boolean due) {
        MonthlyReturn owed = new MonthlyReturn("R", "R", "TRUST", frequency, 6, "*", List.of(), List.of(), "", "");
        Catalogue catalogue = SmallCatalogue.of(List.of(owed));

        assertThat(ReturnDue.of(catalogue, ReportingMonth.parse(month))).hasSize(due ? 1 : 0);
    }
}
