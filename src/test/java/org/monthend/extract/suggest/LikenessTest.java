package org.monthend.extract.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    @ParameterizedTest(name = "{0} / {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            Re-referrals within a year | Re-referrals in a year  | 4 of 5 words are the same
            Single assesments          | Single assessments      | 1 letter differs
            Young offenders in EET     | Young Offenders in work  | 3 of 4 words are the same
            Staff Satisfaction         | Social Worker Caseload  |
            Total                      | Referrals               |
            """)
    void saysWhatIsAlike(String one, String other, String reason) {
        assertThat(Likeness.of(one, other).map(Likeness::reason).orElse("")).isEqualTo(reason == null ? "" : reason);
    }
}
