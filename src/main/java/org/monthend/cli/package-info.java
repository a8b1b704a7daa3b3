/** The commands of the launcher. */
@NullMarked
package org.monthend.cli;

import org.jspecify.annotations.NullMarked;
