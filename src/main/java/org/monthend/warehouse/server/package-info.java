/** A real PostgreSQL that lives in a data folder, for those who bring no database of their own. */
@NullMarked
package org.monthend.warehouse.server;

import org.jspecify.annotations.NullMarked;
