/** Judges rows by rules with codes, and ends every submission in one verdict. */
@NullMarked
package org.monthend.validate;

import org.jspecify.annotations.NullMarked;
