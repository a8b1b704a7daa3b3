package org.monthend.validate;

import org.monthend.calendar.ReportingMonth;

/** What a row of a measures table is about; two rows about the same thing must say the same. */
public record MeasureRow(String measureCode, String organisationCode, ReportingMonth month) {}
