/** Proposes the layout of a workbook that was never seen, for a person to review; nothing is decided here. */
@NullMarked
package org.monthend.extract.suggest;

import org.jspecify.annotations.NullMarked;
