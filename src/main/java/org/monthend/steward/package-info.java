/** What people ask of the month end: how it went, and where a figure came from. */
@NullMarked
package org.monthend.steward;

import org.jspecify.annotations.NullMarked;
