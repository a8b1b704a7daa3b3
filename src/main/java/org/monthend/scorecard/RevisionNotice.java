package org.monthend.scorecard;

import java.time.Instant;
import java.util.List;

/**
 * What an edition says otherwise than the edition that was published before it.
 *
 * @param since number of that edition
 * @param revisions in the order of the page; never empty for an edition that was made for its revisions
 */
public record RevisionNotice(int since, Instant publishedAt, String publishedBy, List<Revision> revisions) {}
