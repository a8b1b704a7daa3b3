package org.monthend.load;

/** A file is no longer what it was when it was read: nothing of it may be kept. */
public final class FileChanged extends RuntimeException {

    private static final long serialVersionUID = 1;

    public FileChanged(String file) {
        super(file + " was changed while it was read");
    }
}
