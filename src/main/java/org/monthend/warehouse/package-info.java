/** The only place that speaks SQL: the embedded server, the connections, COPY, and what the stages ask of the warehouse. */
@NullMarked
package org.monthend.warehouse;

import org.jspecify.annotations.NullMarked;
