package org.monthend.catalogue;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How severely the steward wants a rule to be taken.
 *
 * @param tolerance what the rule may let pass, in the rule's own unit; empty when the rule has none
 */
public record RuleSetting(String rule, Severity severity, Optional<BigDecimal> tolerance) {}
