package org.monthend.catalogue;

/**
 * A text that stands on the page for itself.
 *
 * @param place title, vision, section.services, section.workforce, section.finance, section.projects, note, key,
 *     key.audit …
 * @param mark the footnote's mark, empty for other texts
 */
public record PageText(String place, String mark, String text) {}
