/** Measures the product beside a floor that does the least there is to do, on the same machine in the same minute. */
@NullMarked
package org.monthend.bench;

import org.jspecify.annotations.NullMarked;
