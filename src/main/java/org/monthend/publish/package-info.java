/** Draws an edition of the scorecard as page and workbook. */
@NullMarked
package org.monthend.publish;

import org.jspecify.annotations.NullMarked;
