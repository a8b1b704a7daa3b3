package org.monthend.warehouse;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.KnownBefore;
import org.monthend.load.ReturnFile;
import org.monthend.validate.History;
import org.monthend.validate.Statement;
import org.monthend.validate.TablePlace;

/** What the warehouse knew before the returns of a month were judged. */
public final class HistoryQueries {

    private final DataSource warehouse;

    public HistoryQueries(DataSource warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * What is known of the months up to and with this one; which of them have figures or are published is asked now, and
     * not again.
     */
    public History before(ReportingMonth month) {
        try (Connection connection = warehouse.getConnection()) {
            return new BeforeMonth(warehouse, connection, month);
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    /** The same for each file of the month: without what was said when the file had come, or since. */
    KnownBefore beforeEachFile(ReportingMonth month) {
        try (Connection connection = warehouse.getConnection()) {
            return new BeforeEachFile(warehouse, new BeforeMonth(warehouse, connection, month));
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    /** Most files are new, or nothing was said since: these share what is known of the month. */
    private static final class BeforeEachFile implements KnownBefore {

        private final DataSource warehouse;
        private final BeforeMonth all;
        private volatile Optional<Map<Long, Long>> speakers = Optional.empty();

        BeforeEachFile(DataSource warehouse, BeforeMonth all) {
            this.warehouse = warehouse;
            this.all = all;
        }

        @Override
        public History now() {
            return all;
        }

        @Override
        public History of(ReturnFile file) {
            try (Connection connection = warehouse.getConnection()) {
                OptionalLong arrived = Arrivals.of(connection, file.sha256(), file.month());
                if (arrived.isEmpty() || all.isEmpty()) {
                    return all;
                }
                Long[] since = speakers(connection).entrySet().stream()
                        .filter(speaker -> speaker.getValue() >= arrived.getAsLong())
                        .map(Map.Entry::getKey)
                        .toArray(Long[]::new);
                return since.length == 0 ? all : new BeforeMonth(all, since);
            } catch (SQLException e) {
                throw Failure.of(e);
            }
        }

        /** The submissions that said something of the known months, and when their files came. */
        private Map<Long, Long> speakers(Connection connection) throws SQLException {
            String question = """
                    select submission_id, coalesce(arrived_as, submission_id)
                    from etl.return_submission
                    where submission_id in (
                        select submission_id from dw.fact_measure_value where month_key = any (?)
                    )
                    """;
            if (speakers.isEmpty()) {
                try (PreparedStatement statement = connection.prepareStatement(question)) {
                    statement.setArray(1, connection.createArrayOf("int4", all.knownMonths));
                    try (ResultSet row = statement.executeQuery()) {
                        Map<Long, Long> found = new HashMap<>();
                        while (row.next()) {
                            found.put(row.getLong(1), row.getLong(2));
                        }
                        speakers = Optional.of(Map.copyOf(found));
                    }
                }
            }
            return speakers.orElseThrow();
        }
    }

    /**
     * Looks figures up series by series and month by month, each by the key of the facts. Once many are asked for, those of
     * all series are read in one pass instead, and kept in little space.
     */
    private static final class BeforeMonth implements History {

        /** Files of a return in one month; one that comes in more is a feed, which no single file of it speaks for. */
        private static final int MOST_FILES = 20;

        /** From here on one pass over the history is quicker than looking figures up. */
        private static final int SERIES_LOOKED_UP = 500;

        /** For so many of one return there is time where the history is too large for one pass. */
        private static final int MOST_SERIES_LOOKED_UP = 10_000;

        private final DataSource warehouse;
        private final ReportingMonth month;
        private final Integer[] knownMonths;
        private final Long[] ignored;
        private final Set<Integer> closedMonths;
        private final Map<String, Integer> measures;
        private final Map<String, Integer> organisations;
        private final Map<String, List<Set<String>>> organisationsOfReturns = new ConcurrentHashMap<>();
        private final AtomicInteger asked = new AtomicInteger();
        private final Object passing = new Object();
        private volatile Optional<KnownSeries> all = Optional.empty();
        private volatile boolean tooLarge;

        BeforeMonth(DataSource warehouse, Connection connection, ReportingMonth month) throws SQLException {
            this.warehouse = warehouse;
            this.month = month;
            this.ignored = new Long[0];
            this.closedMonths = Set.copyOf(months(connection, """
                    select distinct month_key
                    from dw.dim_scorecard_edition
                    where month_key <= ? and edition_status <> 'draft'
                    """, month));
            // What is said of the month itself may be corrected until it is published.
            this.knownMonths = months(
                            connection, """
                    select month_key
                    from dw.dim_month as month
                    where month_key <= ? and exists (
                        select 1 from dw.fact_measure_value as fact where fact.month_key = month.month_key
                    )
                    """, closedMonths.contains(month.key()) ? month : month.minusMonths(1))
                    .toArray(Integer[]::new);
            this.measures = ids(connection, "select measure_code, measure_id from dw.dim_measure where is_current");
            this.organisations = ids(
                    connection, "select organisation_code, organisation_id from dw.dim_organisation where is_current");
        }

        /** @param ignored submissions that have said nothing yet, as it were */
        BeforeMonth(BeforeMonth all, Long[] ignored) {
            this.warehouse = all.warehouse;
            this.month = all.month;
            this.ignored = ignored;
            this.closedMonths = all.closedMonths;
            this.knownMonths = all.knownMonths;
            this.measures = all.measures;
            this.organisations = all.organisations;
        }

        private static List<Integer> months(Connection connection, String question, ReportingMonth last)
                throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(question)) {
                statement.setInt(1, last.key());
                try (ResultSet row = statement.executeQuery()) {
                    List<Integer> months = new ArrayList<>();
                    while (row.next()) {
                        months.add(row.getInt(1));
                    }
                    return months;
                }
            }
        }

        private static Map<String, Integer> ids(Connection connection, String question) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(question);
                    ResultSet row = statement.executeQuery()) {
                Map<String, Integer> ids = new HashMap<>();
                while (row.next()) {
                    ids.put(row.getString(1), row.getInt(2));
                }
                return Map.copyOf(ids);
            }
        }

        @Override
        public boolean isEmpty() {
            return knownMonths.length == 0;
        }

        @Override
        public boolean isClosed(ReportingMonth month) {
            return closedMonths.contains(month.key());
        }

        @Override
        public int reach() {
            return tooLarge ? MOST_SERIES_LOOKED_UP : Integer.MAX_VALUE;
        }

        @Override
        public List<List<Known>> figures(List<Series> wanted) {
            if (all.isEmpty() && !tooLarge && asked.addAndGet(wanted.size()) > SERIES_LOOKED_UP) {
                readAll();
            }
            Optional<KnownSeries> read = all;
            boolean isEnough = read.isPresent()
                    && wanted.stream().noneMatch(series -> series.from().isBefore(KnownSeries.first(month)));
            return isEnough
                    ? wanted.stream()
                            .map(series ->
                                    read.get().of(measure(series), organisation(series), series.from(), series.to()))
                            .toList()
                    : lookUp(wanted);
        }

        private void readAll() {
            synchronized (passing) {
                if (all.isEmpty() && !tooLarge) {
                    try (Connection connection = warehouse.getConnection()) {
                        all = KnownSeries.read(connection, month, knownMonths, ignored);
                        tooLarge = all.isEmpty();
                    } catch (SQLException e) {
                        throw Failure.of(e);
                    }
                }
            }
        }

        /** A measure that the warehouse does not have yet has no history; its id is 0, which none has. */
        private int measure(Series series) {
            return measures.getOrDefault(series.measureCode(), 0);
        }

        private int organisation(Series series) {
            return organisations.getOrDefault(series.organisationCode(), 0);
        }

        private List<List<Known>> lookUp(List<Series> wanted) {
            String question = """
                    select wanted.place, month.month_key, fact.figure::float8, fact.said
                    from unnest(?::int[], ?::int[], ?::int[], ?::int[]) with ordinality
                        as wanted (measure_id, organisation_id, from_key, to_key, place)
                    join unnest(?::int[]) as month (month_key)
                        on month.month_key between wanted.from_key and wanted.to_key
                    cross join lateral (
                        select figure, %s as said, is_withdrawn
                        from dw.fact_measure_value as revision
                        where revision.month_key = month.month_key
                            and revision.organisation_id = wanted.organisation_id
                            and revision.measure_id = wanted.measure_id
                            and revision.submission_id <> all (?)
                        order by revision_no desc
                        limit 1
                    ) as fact
                    where not fact.is_withdrawn
                    order by wanted.place, month.month_key
                    """.formatted(KnownSeries.SAID);
            List<List<Known>> known = new ArrayList<>();
            wanted.forEach(series -> known.add(new ArrayList<>()));
            try (Connection connection = warehouse.getConnection();
                    PreparedStatement statement = connection.prepareStatement(question)) {
                set(statement, 1, wanted.stream().map(this::measure));
                set(statement, 2, wanted.stream().map(this::organisation));
                set(statement, 3, wanted.stream().map(series -> series.from().key()));
                set(statement, 4, wanted.stream().map(series -> series.to().key()));
                set(statement, 5, Stream.of(knownMonths));
                statement.setArray(6, connection.createArrayOf("int8", ignored));
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        double figure = row.getDouble("figure");
                        known.get(row.getInt("place") - 1)
                                .add(new Known(
                                        Rows.month(row, "month_key"),
                                        row.wasNull() ? Double.NaN : figure,
                                        Statement.digest(Rows.text(row, "said"))));
                    }
                }
                return known;
            } catch (SQLException e) {
                throw Failure.of(e);
            }
        }

        @Override
        public Optional<Exactly> exactly(String measureCode, String organisationCode, ReportingMonth month) {
            String question = """
                    select numerator, denominator, figure, value_status, is_withdrawn
                    from dw.fact_measure_value
                    where month_key = ? and organisation_id = ? and measure_id = ? and submission_id <> all (?)
                    order by revision_no desc
                    limit 1
                    """;
            try (Connection connection = warehouse.getConnection();
                    PreparedStatement statement = connection.prepareStatement(question)) {
                statement.setInt(1, month.key());
                statement.setInt(2, organisations.getOrDefault(organisationCode, 0));
                statement.setInt(3, measures.getOrDefault(measureCode, 0));
                statement.setArray(4, connection.createArrayOf("int8", ignored));
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() && !row.getBoolean("is_withdrawn")
                            ? Optional.of(new Exactly(
                                    Rows.number(row, "numerator"),
                                    Rows.number(row, "denominator"),
                                    Rows.figure(row, "figure", "value_status")))
                            : Optional.empty();
                }
            } catch (SQLException e) {
                throw Failure.of(e);
            }
        }

        private static void set(PreparedStatement statement, int place, Stream<Integer> numbers) throws SQLException {
            Array array = statement.getConnection().createArrayOf("int4", numbers.toArray());
            statement.setArray(place, array);
        }

        @Override
        public List<Set<String>> organisations(String returnCode, ReportingMonth month) {
            return organisationsOfReturns.computeIfAbsent(
                    returnCode + " " + month, each -> askOrganisations(returnCode, month));
        }

        private List<Set<String>> askOrganisations(String returnCode, ReportingMonth month) {
            String question = """
                    select distinct submission_id, organisation_code
                    from dw.fact_measure_value as fact
                    join dw.dim_organisation as organisation
                        on organisation.organisation_id = fact.organisation_id and organisation.is_current
                    where fact.submission_id = any (?) and fact.month_key = ?
                    """;
            try (Connection connection = warehouse.getConnection();
                    PreparedStatement statement = connection.prepareStatement(question)) {
                List<Long> submissions = submissions(connection, returnCode, month);
                if (submissions.isEmpty() || submissions.size() > MOST_FILES) {
                    return List.of();
                }
                statement.setArray(1, connection.createArrayOf("int8", submissions.toArray()));
                statement.setInt(2, month.key());
                try (ResultSet row = statement.executeQuery()) {
                    Map<Long, Set<String>> organisations = new HashMap<>();
                    while (row.next()) {
                        organisations
                                .computeIfAbsent(row.getLong(1), submission -> new HashSet<>())
                                .add(row.getString(2));
                    }
                    return List.copyOf(organisations.values());
                }
            } catch (SQLException e) {
                throw Failure.of(e);
            }
        }

        private static List<Long> submissions(Connection connection, String returnCode, ReportingMonth month)
                throws SQLException {
            String question = """
                    select submission_id
                    from etl.return_submission as loaded
                    where return_code = ? and month_key = ? and rows_loaded > 0
                        and not exists (
                            select
                            from etl.return_submission as withdrawn
                            where withdrawn.return_code = loaded.return_code
                                and withdrawn.month_key = loaded.month_key
                                and withdrawn.verdict = 'withdrawn'
                                and withdrawn.submission_id > coalesce(loaded.arrived_as, loaded.submission_id)
                        )
                    limit ?
                    """;
            try (PreparedStatement statement = connection.prepareStatement(question)) {
                statement.setString(1, returnCode);
                statement.setInt(2, month.key());
                statement.setInt(3, MOST_FILES + 1);
                try (ResultSet row = statement.executeQuery()) {
                    List<Long> submissions = new ArrayList<>();
                    while (row.next()) {
                        submissions.add(row.getLong(1));
                    }
                    return submissions;
                }
            }
        }

        @Override
        public Optional<TablePlace> lastPlace(String returnCode, String layoutCode) {
            String question = """
                    with last as (
                        select month_key, sheet_name, header_row, headings
                        from etl.submission_table
                        join etl.return_submission using (submission_id)
                        where return_code = ? and layout_code = ? and month_key <= ?
                        order by month_key desc, submission_id desc
                        limit 1
                    )
                    select month_key, sheet_name, header_row, heading.key as words, heading.value as cell
                    from last
                    cross join lateral jsonb_each_text(headings) as heading
                    """;
            try (Connection connection = warehouse.getConnection();
                    PreparedStatement statement = connection.prepareStatement(question)) {
                statement.setString(1, returnCode);
                statement.setString(2, layoutCode);
                statement.setInt(3, month.key());
                try (ResultSet row = statement.executeQuery()) {
                    Map<String, String> headings = new HashMap<>();
                    Optional<TablePlace> place = Optional.empty();
                    while (row.next()) {
                        headings.put(Rows.text(row, "words"), Rows.text(row, "cell"));
                        place = Optional.of(new TablePlace(
                                layoutCode,
                                Rows.month(row, "month_key"),
                                Rows.text(row, "sheet_name"),
                                row.getInt("header_row"),
                                headings));
                    }
                    return place;
                }
            } catch (SQLException e) {
                throw Failure.of(e);
            }
        }
    }
}
