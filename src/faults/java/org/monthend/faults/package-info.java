/**
 * Breaks what can break while the month end runs, as it breaks in earnest, and asks an oracle of its own what is lost,
 * doubled or forgotten.
 */
@NullMarked
package org.monthend.faults;

import org.jspecify.annotations.NullMarked;
