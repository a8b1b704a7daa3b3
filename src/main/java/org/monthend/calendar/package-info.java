/** Months, quarters and fiscal years of a public body, April to March. */
@NullMarked
package org.monthend.calendar;

import org.jspecify.annotations.NullMarked;
