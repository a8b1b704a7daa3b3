package org.monthend.load;

import java.util.List;

/** What submissions have changed. */
public interface RevisionBook {

    /** Every figure that the submissions have revised or stated first, by kind, code, organisation and month. */
    List<RevisedFigure> of(List<Long> submissions);
}
