/** Writes the sample catalogue and fifteen months of returns from which the printed December 2015 scorecard follows. */
@NullMarked
package org.monthend.sample;

import org.jspecify.annotations.NullMarked;
