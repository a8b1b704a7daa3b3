/** Computes the scorecard from monthly figures: quarters, variance, standing, trend and forecast, as pure functions. */
@NullMarked
package org.monthend.scorecard;

import org.jspecify.annotations.NullMarked;
