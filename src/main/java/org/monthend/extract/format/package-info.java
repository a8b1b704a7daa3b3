/** Opens a workbook of any format and gives its cells one row after the other, raw and exact. */
@NullMarked
package org.monthend.extract.format;

import org.jspecify.annotations.NullMarked;
