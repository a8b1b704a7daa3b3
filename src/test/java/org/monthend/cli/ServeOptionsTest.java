package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be is refused before anything is started. */
class ServeOptionsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --cron=0 2 * * *                | Every night at two is: 0 0 2 * * *
            --zone=Mars                     | 'Mars' is no time zone. Write one such as Europe/London.
            --retries=-1                    | Retries are none or more
            --retry-after=1h                | the cap is not shorter than that
            --retry-after=soon              | 'soon' is no time. Write 30s, 15m or 2h.
            --look=1ms                      | '1ms' is too short a time.
            --metrics=8715                  | '8715' is no address. Write HOST:PORT, such as 127.0.0.1:8715.
            --metrics=0.0.0.0:8715          | so it needs a token: set MONTHEND_METRICS_TOKEN
            --webhook=hooks.example         | The webhook's address is none.
            --smtp=localhost:25             | A letter takes all three: --mail-to, --mail-from and --smtp.
            """)
    void areToldInASentence(String option, String sentence) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Monthend.run(new PrintWriter(out), new PrintWriter(err), "serve", option);
        assertThat(err.toString()).contains(sentence);
        assertThat(out.toString()).isEmpty();
        assertThat(exitCode).isEqualTo(2);
    }
}
