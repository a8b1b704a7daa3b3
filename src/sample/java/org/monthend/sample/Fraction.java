package org.monthend.sample;

import java.math.BigDecimal;

/** A numerator and what it is divided by. */
record Fraction(BigDecimal numerator, BigDecimal denominator) {}
