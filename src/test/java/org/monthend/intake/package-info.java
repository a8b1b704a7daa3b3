/** Files of strangers against the whole intake, by the commands that a steward types. */
package org.monthend.intake;
