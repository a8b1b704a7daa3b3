package org.monthend.scorecard;

import java.util.OptionalLong;
import org.monthend.catalogue.Project;

/**
 * What a project reports for a month.
 *
 * @param progressRag code of the RAG scheme: R, A or G
 * @param financeRag the same for its forecast variance
 */
public record ProjectStatus(
        Project project, String progressRag, String financeRag, String narrative, OptionalLong revisionId) {}
