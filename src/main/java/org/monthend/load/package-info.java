/** Takes one submission from file to published revision, all of it or nothing. */
@NullMarked
package org.monthend.load;

import org.jspecify.annotations.NullMarked;
