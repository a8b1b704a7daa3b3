package org.monthend.validate;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.monthend.calendar.FiscalQuarter;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Figure;

/** One row of a return that has passed its rules, with the cells that it came from. */
public sealed interface Statement {

    String organisationCode();

    ReportingMonth month();

    String sheet();

    /** What it is about; a return may say one thing about it. */
    About about();

    /** What it says, in a form that is the same exactly when the figures are. */
    String said();

    /** The cell that a message about it names. */
    String place();

    /** The time that it is about, as a message names it: Dec-15. */
    default String period() {
        return month().label();
    }

    /**
     * What a statement is about.
     *
     * @param kind the kind of statement
     * @param code of the measure, line, category (with its scheme) or project
     */
    record About(String kind, String code, String organisationCode, ReportingMonth month) {

        /** Codes are alike (M01, M02 …): the sum that a record makes of their hashes puts thousands into one place. */
        @Override
        public int hashCode() {
            long codes = (long) code.hashCode() << 32 ^ organisationCode.hashCode() & 0xffffffffL;
            long mixed = (codes ^ (long) month.key() << 13) * 0x9e3779b97f4a7c15L;
            return (int) ((mixed ^ mixed >>> 29) * 0xbf58476d1ce4e5b9L >>> 32);
        }
    }

    /** 64 bits of what is said (FNV-1a), so that of a million statements the words need not be kept. */
    static long digest(String said) {
        long digest = 0xcbf29ce484222325L;
        for (int i = 0; i < said.length(); i++) {
            digest = (digest ^ said.charAt(i)) * 0x100000001b3L;
        }
        return digest;
    }

    private static String text(Optional<BigDecimal> figure) {
        return figure.map(value ->
                        value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString())
                .orElse("");
    }

    /** The first of the cells that there is. */
    private static String first(String... cells) {
        return Stream.of(cells).filter(cell -> !cell.isEmpty()).findFirst().orElse("");
    }

    /**
     * What a return says of a measure.
     *
     * @param statedValue the value as written beside numerator and denominator, or alone; in the measure's unit
     * @param figure multiplier × numerator / denominator where both are given, otherwise the stated value; exact
     * @param reportedText what the cell showed; empty where the figure was not stated but computed
     * @param footnoteText the note of the mark, or the row's comment; empty without
     */
    record MeasureStatement(
            String measureCode,
            String organisationCode,
            ReportingMonth month,
            Optional<BigDecimal> numerator,
            Optional<BigDecimal> denominator,
            Optional<BigDecimal> statedValue,
            Figure figure,
            String reportedText,
            String footnoteMark,
            String footnoteText,
            String sheet,
            String numeratorCell,
            String denominatorCell,
            String valueCell)
            implements Statement {

        @Override
        public About about() {
            return new About("measure", measureCode, organisationCode, month);
        }

        @Override
        public String said() {
            return String.join(
                    "|", text(numerator), text(denominator), text(figure.reportedValue()), figure.statusWord());
        }

        @Override
        public String place() {
            return first(valueCell, numeratorCell, denominatorCell);
        }
    }

    /**
     * What a scorecard of an earlier time, or any other return with quarters across, says of a whole quarter.
     *
     * @param figure in the measure's unit, as rounded as it was stated; or why there is none
     * @param reportedText what the cell showed
     * @param footnoteText the note of the mark, or the row's comment; empty without
     */
    record QuarterStatement(
            String measureCode,
            String organisationCode,
            FiscalQuarter quarter,
            Figure figure,
            String reportedText,
            String footnoteMark,
            String footnoteText,
            String sheet,
            String cell)
            implements Statement {

        /** The quarter's last month, by which the quarter is known. */
        @Override
        public ReportingMonth month() {
            return quarter.lastMonth();
        }

        @Override
        public About about() {
            return new About("quarter", measureCode, organisationCode, month());
        }

        @Override
        public String said() {
            return text(figure.reportedValue()) + "|" + figure.statusWord();
        }

        @Override
        public String place() {
            return cell;
        }

        @Override
        public String period() {
            return quarter.label();
        }
    }

    /**
     * What a return says of a finance line: pounds, or percent for progress.
     *
     * @param spendToDate what was spent from 1 April to the month's end
     * @param committed what is ordered for the rest of the year, beside the monthly run of spend
     */
    record FinanceStatement(
            String lineCode,
            String organisationCode,
            ReportingMonth month,
            Optional<BigDecimal> budget,
            Optional<BigDecimal> forecast,
            Optional<BigDecimal> variance,
            Optional<BigDecimal> progress,
            String budgetText,
            String forecastText,
            String varianceText,
            String sheet,
            String budgetCell,
            String forecastCell,
            String varianceCell,
            Pounds spendToDate,
            Pounds committed)
            implements Statement {

        /**
         * A figure that a return may give.
         *
         * @param figure empty when it was not given
         * @param text what the cell showed
         * @param cell empty when there is none
         */
        public record Pounds(Optional<BigDecimal> figure, String text, String cell) {}

        @Override
        public About about() {
            return new About("finance line", lineCode, organisationCode, month);
        }

        @Override
        public String said() {
            return String.join(
                    "|",
                    text(budget),
                    text(forecast),
                    text(variance),
                    text(progress),
                    text(spendToDate.figure()),
                    text(committed.figure()));
        }

        @Override
        public String place() {
            return first(budgetCell, forecastCell, varianceCell, spendToDate.cell(), committed.cell());
        }
    }

    /** How many, or what percentage, of a whole fall into a category of a scheme. */
    record DistributionStatement(
            String scheme,
            String categoryCode,
            String organisationCode,
            ReportingMonth month,
            Optional<BigDecimal> count,
            BigDecimal share,
            String sheet,
            String cell)
            implements Statement {

        @Override
        public About about() {
            return new About("share", scheme + " " + categoryCode, organisationCode, month);
        }

        @Override
        public String said() {
            return text(count) + "|" + text(Optional.of(share));
        }

        @Override
        public String place() {
            return cell;
        }
    }

    /** How many internal audits ended in an opinion, in the year to date. */
    record AuditStatement(
            String scheme,
            String categoryCode,
            String organisationCode,
            ReportingMonth month,
            BigDecimal count,
            String sheet,
            String cell)
            implements Statement {

        @Override
        public About about() {
            return new About("audit opinion", scheme + " " + categoryCode, organisationCode, month);
        }

        @Override
        public String said() {
            return text(Optional.of(count));
        }

        @Override
        public String place() {
            return cell;
        }
    }

    /** What a project reports, for the Trust as a whole; RAG as codes of the scheme RAG. */
    record ProjectStatement(
            String projectCode,
            String organisationCode,
            ReportingMonth month,
            String progress,
            String finance,
            String narrative,
            String sheet,
            String progressCell,
            String financeCell,
            String narrativeCell)
            implements Statement {

        @Override
        public About about() {
            return new About("project", projectCode, "", month);
        }

        @Override
        public String said() {
            return String.join("|", progress, finance, narrative);
        }

        @Override
        public String place() {
            return first(progressCell, financeCell, narrativeCell);
        }
    }
}
