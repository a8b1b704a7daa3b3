package org.monthend.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** The printed scorecard in the folder of shared test data. */
final class SharedSeed {

    private SharedSeed() {}

    static Path folder() {
        return Path.of(Optional.ofNullable(System.getProperty("shared"))
                        .orElseThrow(() -> new IllegalStateException("-Dshared must name the folder of shared data")))
                .resolve("seed");
    }

    static Seed read() {
        try {
            return Seed.read(folder());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
