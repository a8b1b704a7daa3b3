package org.monthend.extract.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateSystemTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # system | serial           | day
            FROM_1900| 1                | 1900-01-01
            FROM_1900| 59               | 1900-02-28
            FROM_1900| 61               | 1900-03-01
            FROM_1900| 42339            | 2015-12-01
            FROM_1900| 42339.9999999999 | 2015-12-02
            FROM_1900| 2958465          | 9999-12-31
            FROM_1904| 0                | 1904-01-01
            FROM_1904| 40877            | 2015-12-01
            FROM_1904| 2957003          | 9999-12-31
            """, delimiter = '|')
    void countsTheDaysOfBothSystems(DateSystem system, double serial, String day) {
        assertThat(system.dateOf(serial).excerpt()).isEqualTo(day);
        assertThat(system.dateOf(serial)).isInstanceOf(CellValue.Date.class);
    }

    @ParameterizedTest
    @CsvSource({
        "FROM_1900, 0",
        "FROM_1900, 0.5",
        "FROM_1900, 60",
        "FROM_1900, 60.5",
        "FROM_1900, -1",
        "FROM_1900, 2958466",
        "FROM_1900, 2958465.9999999999",
        "FROM_1904, -1",
        "FROM_1904, 2957004",
        "FROM_1900, 1e300"
    })
    void aSerialNumberThatIsNoDayIsNeverGuessed(DateSystem system, double serial) {
        assertThat(system.dateOf(serial))
                .isInstanceOfSatisfying(
                        CellValue.Unreadable.class,
                        cell -> assertThat(cell.fault()).isEqualTo(CellValue.Fault.NO_SUCH_DAY));
    }

    @ParameterizedTest
    @CsvSource({"42339.5, 2015-12-01T12:00", "42339.75, 2015-12-01T18:00", "39219.1805636921, 2007-05-17T04:20:00.703"})
    void keepsATimeOfDay(double serial, String moment) {
        assertThat(DateSystem.FROM_1900.dateOf(serial).excerpt()).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 12:00:00", "1.5, 36:00:00", "0.0416666666666667, 1:00:00"})
    void readsATimeWithoutADayAsALength(double serial, String length) {
        assertThat(DateSystem.elapsed(serial).excerpt()).isEqualTo(length);
    }
}
