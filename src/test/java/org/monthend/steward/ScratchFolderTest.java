package org.monthend.steward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScratchFolderTest {

    @Test
    void nothingIsLeftOfIt() throws IOException {
        Path path;
        try (ScratchFolder scratch = ScratchFolder.create()) {
            path = scratch.path();
            Files.createDirectories(path.resolve("7"));
            Files.writeString(path.resolve("7/marked.xlsx"), "cells");
        }
        assertThat(path).doesNotExist();
    }
}
