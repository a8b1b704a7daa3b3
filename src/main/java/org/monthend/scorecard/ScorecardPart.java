package org.monthend.scorecard;

import java.util.List;
import org.monthend.catalogue.Organisation;

/**
 * What a scorecard says of one part of its organisation.
 *
 * @param measures those that the part has ever stated a figure of, in the order of the page; baselines and footnotes are the
 *     whole's alone
 */
public record ScorecardPart(Organisation organisation, List<MeasureLine> measures) {}
