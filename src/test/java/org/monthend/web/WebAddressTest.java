package org.monthend.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8715, 127.0.0.1, 8715, true",
        "localhost:0, localhost, 0, true",
        "[::1]:80, [::1], 80, true",
        "0.0.0.0:8715, 0.0.0.0, 8715, false",
        "10.0.0.7:65535, 10.0.0.7, 65535, false"
    })
    void isHostAndPort(String text, String host, int port, boolean isLoopback) {
        WebAddress address = WebAddress.parse(text);
        assertThat(address).isEqualTo(new WebAddress(host, port));
        assertThat(address.isLoopback()).isEqualTo(isLoopback);
        assertThat(address).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8715", ":8715", "localhost", "localhost:", "localhost:http", "localhost:65536"})
    void isNothingElse(String text) {
        assertThatThrownBy(() -> WebAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'%s' is no address. Write HOST:PORT, such as 127.0.0.1:8715.", text);
    }
}
