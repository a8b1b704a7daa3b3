/** The only place that opens a connection to the outside: letters and webhooks about the nights, where they are asked for. */
@NullMarked
package org.monthend.web.alert;

import org.jspecify.annotations.NullMarked;
