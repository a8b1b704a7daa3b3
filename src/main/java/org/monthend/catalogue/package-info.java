/** What a steward says in the catalogue workbook: measures, targets, baselines, organisations, returns and layouts. */
@NullMarked
package org.monthend.catalogue;

import org.jspecify.annotations.NullMarked;
