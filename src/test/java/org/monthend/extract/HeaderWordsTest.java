package org.monthend.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # words        | heading               | matches
            Measure        | MEASURE               | true
            Measure        | ' Measure  '          | true
            Out of         | 'Out\u00a0 of'        | true
            Measure        | Measures              | false
            Count (a)      | Count (a)             | true
            Count (a)      | Count a               | false
            Total*         | Total referrals       | true
            Total*         | Subtotal              | false
            *rate          | Referral rate         | true
            *              | anything              | true
            {month}        | Dec-15                | true
            {month}        | December 2015         | true
            {month}        | 15-Dec                | false
            {month}        | Latest                | false
            {fiscal year}  | 2015/16               | true
            {fiscal year}  | 2015                  | false
            {month end}    | 31-Dec                | true
            {month end}    | Dec                   | false
            a.b            | axb                   | false
            x\\E(          | x\\E(                 | true
            """)
    void areTheSameWhateverTheirCaseAndSpaces(String words, String heading, boolean matches) {
        assertThat(HeaderWords.of(words).matches(heading)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # words                  | text                             | month
            Month: {month}           | Month: December 2015             | December 2015
            Month:{month}            | Month: Dec-15                    |
            Return for {month}*      | Return for Dec-15 (final)        | Dec-15
            *{month}                 | Return for December 2015         | December 2015
            *{month}*                | Return of 31 December 2015 v2    | December 2015
            *{month}*                | cp 2015-12-31.xlsx               | 2015-12-31
            *_{month}.xlsx           | care_leavers_2015-12.xlsx        | 2015-12
            Month: {month}           | Month: Total 2015                | Total 2015
            Month                    | Month                            |
            """)
    void takeTheMonthOutOfATitle(String words, String text, String month) {
        assertThat(HeaderWords.of(words)
                        .namedIn(text)
                        .map(named -> named.get(HeaderWords.Names.MONTH))
                        .orElse(null))
                .isEqualTo(month);
    }

    @Test
    void aTierIsDividedByASignWithSpaces() {
        assertThat(HeaderWords.tiers("{fiscal year} > Budget")).hasToString("[{fiscal year}, Budget]");
        assertThat(HeaderWords.tiers("Missing for >24 hours")).hasToString("[Missing for >24 hours]");
    }

    @Test
    void twoMonthsCannotBeAskedFor() {
        assertThatThrownBy(() -> HeaderWords.of("{month} to {month}")).isInstanceOf(IllegalArgumentException.class);
    }
}
