package org.monthend.load;

import java.nio.file.Path;

/** A folder of returns cannot be looked into; its message is one sentence for a steward. */
public final class FolderUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    FolderUnreadable(Path folder, Exception cause) {
        super(
                "%s cannot be read (%s). Check its rights and the disk, then run the same command again."
                        .formatted(folder, cause.getMessage()),
                cause);
    }
}
