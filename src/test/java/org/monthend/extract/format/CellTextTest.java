package org.monthend.extract.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CellTextTest {

    static Stream<Arguments> escapes() {
        return Stream.of(
                Arguments.of("line_x000D_end", "line\rend"),
                Arguments.of("_x0041__x0042_", "AB"),
                Arguments.of("_x005F_x000D_", "_x000D_"),
                Arguments.of("a_xyz_b", "a_xyz_b"),
                Arguments.of("a_x00g0_b", "a_x00g0_b"),
                Arguments.of("end_x00", "end_x00"),
                Arguments.of("plain", "plain"));
    }

    @ParameterizedTest
    @MethodSource("escapes")
    void resolvesTheEscapesOfAnXlsx(String stored, String text) {
        assertThat(CellText.unescape(stored)).isEqualTo(text);
    }

    static Stream<String> broken() {
        return Stream.of("a\u0000b", "a\ufffdb", "a\ud800b", "\udc00", "x\ud83d");
    }

    @ParameterizedTest
    @MethodSource("broken")
    void lostCharactersMakeTheCellUnreadable(String text) {
        assertThat(CellText.valueOf(text, ""))
                .hasValueSatisfying(value -> assertThat(value)
                        .isInstanceOfSatisfying(
                                CellValue.Unreadable.class,
                                cell -> assertThat(cell.fault()).isEqualTo(CellValue.Fault.BROKEN_CHARACTERS)));
    }

    @Test
    void textWithoutCharactersIsABlankCell() {
        assertThat(CellText.valueOf("", "")).isEmpty();
        assertThat(CellText.valueOf("😀 £1.2m – café", "")).contains(new CellValue.Text("😀 £1.2m – café"));
    }

    @Test
    void anExcerptIsShortAndOnOneLine() {
        assertThat(Excerpt.of("a\r\n\u001b[31mb\u202e")).isEqualTo("a   [31mb ");
        assertThat(Excerpt.of("x".repeat(5_000_000))).hasSize(61).endsWith("…");
        assertThat(Excerpt.of("😀".repeat(61))).isEqualTo("😀".repeat(60) + "…");
        assertThat(Excerpt.of("half \ud83d")).isEqualTo("half  ");
    }
}
