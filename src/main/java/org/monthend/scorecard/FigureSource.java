package org.monthend.scorecard;

import java.time.Instant;
import org.monthend.catalogue.Figure;

/**
 * Who said what of a month, and when: one statement of a return.
 *
 * @param revision 0 for the first statement of the month, one more for each that took its place
 * @param figure unrounded, in the measure's unit
 * @param reason why it took the place of the one before; empty for the first
 * @param file name of the return
 * @param cells where it stands on the sheet, such as "F13" or "D13, E13"; empty where the return gives no cell
 */
public record FigureSource(
        int revision, Figure figure, Instant statedAt, String reason, String file, String sheet, String cells) {}
