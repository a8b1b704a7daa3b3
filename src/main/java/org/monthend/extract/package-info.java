/** Finds the rows of a return in a workbook by its layout, every value with sheet and cell. */
@NullMarked
package org.monthend.extract;

import org.jspecify.annotations.NullMarked;
