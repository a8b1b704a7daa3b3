package org.monthend.validate;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.monthend.catalogue.RuleSetting;
import org.monthend.catalogue.Severity;

/** The rules with the severity and tolerance that the catalogue gives them. */
public final class RuleBook {

    private final Map<Rule, RuleSetting> settings = new EnumMap<>(Rule.class);

    /** Every rule needs a setting, and a catalogue that was read has one for each. */
    public RuleBook(List<RuleSetting> settings) {
        for (RuleSetting setting : settings) {
            Rule.of(setting.rule()).ifPresent(rule -> this.settings.put(rule, setting));
        }
    }

    public Severity severity(Rule rule) {
        return setting(rule).severity();
    }

    /** What the rule may let pass, in its own unit; what is usual when the catalogue gives none. */
    public BigDecimal tolerance(Rule rule) {
        return setting(rule).tolerance().orElseGet(rule::usualTolerance);
    }

    Issue issue(Rule rule, String sheet, String cell, String found, String message, Issue.Matter matter) {
        return new Issue(rule, severity(rule), sheet, cell, found, message, matter);
    }

    private RuleSetting setting(Rule rule) {
        return Optional.ofNullable(settings.get(rule))
                .orElseThrow(() -> new IllegalStateException("the catalogue has no setting for " + rule.code()));
    }
}
