package org.monthend.catalogue;

import java.util.Optional;

/**
 * Who a figure is about.
 *
 * @param level trust, locality or team
 * @param parentCode the organisation that it is part of; empty for the one at the top
 */
public record Organisation(String code, String name, String level, Optional<String> parentCode) {}
