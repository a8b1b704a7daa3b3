package org.monthend.load;

/**
 * Whether whoever writes a file has finished. A file that breaks off is perhaps still being copied, and one look cannot
 * tell: copies keep the time of their original. So it must be found unchanged by a later look.
 */
@FunctionalInterface
public interface StandingStill {

    /** Nothing is remembered of an earlier look. */
    StandingStill ONE_LOOK = file -> false;

    /** Whether a look that lies the quiet period back found the file as it is now. */
    boolean stoodStill(ReturnFile file);
}
