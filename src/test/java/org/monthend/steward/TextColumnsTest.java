package org.monthend.steward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextColumnsTest {

    @Test
    void keepsTheWidthAndEveryWord() {
        TextColumns columns = new TextColumns(30, 4, TextColumns.FLEXIBLE, TextColumns.FLEXIBLE);
        columns.row(Emphasis.PLAIN, "RA", "refused for a reason that takes many words", "short.xlsx");
        columns.row(Emphasis.PLAIN, "FIN", "accepted", "a-very-long-name-of-a-file.xlsx");

        assertThat(columns.text(Paint.NONE)).isEqualTo("""
                RA   refused for   short.xlsx
                     a reason
                     that takes
                     many words
                FIN  accepted      a-very-
                                   long-name-
                                   of-a-file.
                                   xlsx
                """);
    }

    @Test
    void aNarrowColumnLeavesItsRoomToTheOthers() {
        TextColumns columns = new TextColumns(20, TextColumns.FLEXIBLE, TextColumns.FLEXIBLE);
        columns.row(Emphasis.PLAIN, "one two three", "four");

        assertThat(columns.text(Paint.NONE)).isEqualTo("one two three  four\n");
    }

    @Test
    void emphasisSurroundsTheLineAndNotTheSpaceBehindIt() {
        TextColumns columns = new TextColumns(20, 9, 9);
        columns.row(Emphasis.URGENT, "a", "");

        assertThat(columns.text((emphasis, text) -> emphasis + "[" + text + "]"))
                .isEqualTo("URGENT[a]\n");
    }

    @Test
    void whatIsLongerThanALineIsCut() {
        assertThat(TextColumns.wrap("abcdefgh ij", 3)).isEqualTo(List.of("abc", "def", "gh", "ij"));
        assertThat(TextColumns.wrap("", 3)).isEqualTo(List.of(""));
    }

    @Test
    void namesMoveNoCursor() {
        assertThat(StatusText.plain("a\u001b[2Jb\u202ec\td")).isEqualTo("a?[2Jb?c?d");
    }
}
