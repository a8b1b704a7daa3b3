package org.monthend.catalogue;

/** A project that reports its progress each month. */
public record Project(String code, String name, int position, String sponsor) {}
