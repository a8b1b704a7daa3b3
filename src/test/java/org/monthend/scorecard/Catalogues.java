package org.monthend.scorecard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Baseline;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Category;
import org.monthend.catalogue.FinanceLine;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Organisation;
import org.monthend.catalogue.PageText;
import org.monthend.catalogue.Project;
import org.monthend.catalogue.Target;

/** A catalogue made up for tests. */
final class Catalogues {

    static final Organisation TRUST = new Organisation("TRUST", "The Trust", "trust", Optional.empty());

    private Catalogues() {}

    static Catalogue of(Measure... measures) {
        return new Catalogue(
                "",
                List.of(measures),
                List.of(
                        target("DONE", "2015-04", Optional.of("2015-09"), "60"),
                        target("DONE", "2015-10", Optional.empty(), "80")),
                List.of(new Baseline(
                        "DONE",
                        new Baseline.QuartileBand("B"),
                        Optional.of(new BigDecimal("61.5")),
                        "",
                        "national return")),
                List.of(TRUST),
                List.of(),
                List.of(),
                List.of(
                        new FinanceLine("PROGRESS", "Progress", false, FinanceLine.Kind.PERCENT, 2),
                        new FinanceLine("TOTAL", "Total", true, FinanceLine.Kind.MONEY, 1)),
                List.of(new Project("P2", "Second", 2, ""), new Project("P1", "First", 1, "")),
                List.of(
                        new Category("GRADE", "Grade", "G", "Good", 2, "y"),
                        new Category("GRADE", "Grade", "I", "Inadequate", 1, "n"),
                        new Category("OPINION", "Opinion", "LA", "Limited", 1, "n")),
                List.of(),
                List.of(new PageText("vision", "", "To do well"), new PageText("note", "4", "As at the last census.")));
    }

    private static Target target(String measure, String from, Optional<String> to, String value) {
        return new Target(
                measure,
                "TRUST",
                ReportingMonth.parse(from),
                to.map(ReportingMonth::parse),
                Optional.of(new BigDecimal(value)),
                Optional.empty(),
                Optional.empty(),
                BigDecimal.ZERO);
    }
}
