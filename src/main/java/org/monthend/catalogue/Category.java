package org.monthend.catalogue;

/**
 * One member of a scheme such as case audit grades, audit opinions or RAG.
 *
 * @param favourable "y", "n" or empty where it is neither
 */
public record Category(String scheme, String schemeName, String code, String name, int position, String favourable) {}
