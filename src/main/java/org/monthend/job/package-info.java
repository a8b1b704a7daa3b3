/** The nightly job as Spring Batch drives it. */
@NullMarked
package org.monthend.job;

import org.jspecify.annotations.NullMarked;
