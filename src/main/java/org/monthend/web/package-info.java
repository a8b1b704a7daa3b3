/** What serve shows to those who watch it: log, metrics and health. */
@NullMarked
package org.monthend.web;

import org.jspecify.annotations.NullMarked;
