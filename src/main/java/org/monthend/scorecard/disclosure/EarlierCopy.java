package org.monthend.scorecard.disclosure;

import java.util.Map;
import org.monthend.scorecard.Scorecard;

/**
 * A public copy that is out already: what it shows can never be hidden again.
 *
 * @param name in a sentence: the public copy of November 2015 (edition 1)
 * @param scorecard what it was made of
 * @param shown the figures that it shows, as it prints them; all others it hides, or does not have
 */
public record EarlierCopy(String name, Scorecard scorecard, Map<CopyCell, String> shown) {}
