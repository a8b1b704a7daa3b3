package org.monthend.load;

import java.nio.file.Path;
import java.util.List;
import org.monthend.calendar.ReportingMonth;

/** The bytes of every file that was judged, refused ones too, kept once each by their digest: the warehouse. */
public interface KeptFiles {

    /**
     * The files of returns that wait: the last attempt at the return was refused or loaded in part, and its bytes are
     * kept.
     */
    List<KeptFile> waiting();

    /** The files of a month that were judged, in the order in which they came, and which of them count. */
    List<FileStanding> standings(ReportingMonth month);

    /** The digests of a month's files in the order in which they came. */
    List<String> arrivals(ReportingMonth month);

    /**
     * Writes the bytes into the file, which is there already and is private.
     *
     * @throws java.util.NoSuchElementException when they are not kept
     */
    void copy(String sha256, Path target);
}
