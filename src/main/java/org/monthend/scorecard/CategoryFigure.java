package org.monthend.scorecard;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.monthend.catalogue.Category;

/**
 * One category of a distribution (share in percent) or of the audit opinions (number of audits).
 *
 * @param value percent of the whole, or a number; in the scheme's unit
 * @param printed 87% or 4
 */
public record CategoryFigure(Category category, BigDecimal value, String printed, OptionalLong revisionId) {}
