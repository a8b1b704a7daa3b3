/** What goes back to the sender of a return: the own workbook with its faults marked, and the template to fill. */
@NullMarked
package org.monthend.publish.sender;

import org.jspecify.annotations.NullMarked;
