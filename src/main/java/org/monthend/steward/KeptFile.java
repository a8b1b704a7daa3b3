package org.monthend.steward;

import java.io.IOException;
import java.io.InputStream;

/**
 * The file of a submission as it came.
 *
 * @param name the sender's name of it: data, never a path to write to
 */
public record KeptFile(String name, Content content) {

    /** Opens the bytes anew each time; whoever opens them closes them. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
