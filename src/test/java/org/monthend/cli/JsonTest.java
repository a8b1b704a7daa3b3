package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void writesTextsAndNumbersSoThatTheyReadBack() {
        assertThat(Json.array(List.of(Map.of("a", 1L), Map.of("b", "say \"£5\"\\\n\t"))))
                .isEqualTo("[\n  {\"a\": 1},\n  {\"b\": \"say \\\"£5\\\"\\\\\\n\\u0009\"}\n]\n");
    }
}
