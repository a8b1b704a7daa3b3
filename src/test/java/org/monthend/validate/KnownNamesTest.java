package org.monthend.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Organisation;

class KnownNamesTest {

    private final KnownNames names = new KnownNames(SmallCatalogue.of(List.of()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CPP",
                "cpp",
                " CPP ",
                "CPP\u00a0",
                "C\u00a0PP",
                "C P\u2009P",
                "\ufeffCPP",
                "CPP\u3000per\u202f10,000",
                "CPP per 10,000",
                "cpp  PER 10,000",
                "CPP\u00a0per 10,000",
                "CPP per\n10,000",
                "CPP per 10,000 ©",
                "CPP per 10,000*",
                "CPP per 10,000 ⁴",
                "CPP per 10,000 ©²",
            })
    void aMeasureIsKnownByCodeOrNameWhateverItsCaseSpacesAndMarks(String name) {
        assertThat(names.measure(name)).map(Measure::code).contains("CPP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "СРР", // Cyrillic
                "CP",
                "CPP2",
                "CPP per 1,000",
                "C PP per 10,000",
                "",
                "*",
                "©",
            })
    void aMeasureIsNeverGuessed(String name) {
        assertThat(names.measure(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"007, true", "Seven, true", "7, false", "7.0, false", "00 7, true", "0007, false"})
    void aCodeKeepsItsZeros(String code, boolean known) {
        assertThat(names.organisation(code)
                        .map(Organisation::code)
                        .filter("007"::equals)
                        .isPresent())
                .isEqualTo(known);
    }

    @Test
    void aCategoryIsKnownWithinItsSchemeOnly() {
        assertThat(names.category("RAG", "g")).isPresent();
        assertThat(names.category("RAG", "Green")).isPresent();
        assertThat(names.category("GRADE", "Green")).isEmpty();
        assertThat(names.category("", "Green")).isEmpty();
    }
}
