package org.monthend.extract.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellAddressTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1, A1",
        "14, 6, F14",
        "1, 26, Z1",
        "2, 27, AA2",
        "9, 702, ZZ9",
        "9, 703, AAA9",
        "1048576, 16384, XFD1048576"
    })
    void writesAndReadsAnAddress(int row, int column, String address) {
        assertThat(new Cell(row, column, new CellValue.Logical(true)).address()).isEqualTo(address);

        long packed = CellAddress.parse(address.toCharArray(), 0, address.length());
        assertThat(CellAddress.row(packed)).isEqualTo(row);
        assertThat(CellAddress.column(packed)).isEqualTo(column);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "1", "1A", "A0", "A1B", "$A$1", "AAAAA1", "A123456789", "Ä1", "A-1"})
    void readsNoAddressFromWhatIsNone(String text) {
        assertThat(CellAddress.parse(text.toCharArray(), 0, text.length())).isZero();
    }

    @Test
    void readsARangeAndASingleCell() {
        assertThat(CellAddress.range("B2:D3")).contains(new MergedRange(2, 2, 3, 4));
        assertThat(CellAddress.range("B2")).contains(new MergedRange(2, 2, 2, 2));
        assertThat(CellAddress.range("B2:")).isEmpty();
        assertThat(new MergedRange(2, 2, 3, 4).address()).isEqualTo("B2:D3");
        assertThat(new MergedRange(2, 2, 3, 4).contains(3, 4)).isTrue();
        assertThat(new MergedRange(2, 2, 3, 4).contains(4, 4)).isFalse();
    }
}
