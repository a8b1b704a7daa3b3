/** Workbooks that nobody here made, described by layouts and loaded. */
@NullMarked
package org.monthend.strangers;

import org.jspecify.annotations.NullMarked;
