/** Disclosure control: what a public copy of a scorecard has to hide, the attempt to undo it, and the copy itself. */
@NullMarked
package org.monthend.scorecard.disclosure;

import org.jspecify.annotations.NullMarked;
