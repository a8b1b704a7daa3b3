package org.monthend.load;

import java.util.List;
import org.monthend.calendar.ReportingMonth;

/** What there is to judge. */
public interface FilesToJudge {

    /** Those of a month in the order in which they came, new ones last: the last file of a return counts. */
    List<FileToJudge> of(ReportingMonth month);
}
