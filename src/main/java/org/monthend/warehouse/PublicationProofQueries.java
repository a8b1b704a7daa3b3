package org.monthend.warehouse;

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
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.steward.PublicationProof;

/** Holds what the warehouse keeps of publications against the digests that were taken when they were published. */
public final class PublicationProofQueries implements PublicationProof {

    /** The facts that returns state, and what makes two of their rows revisions of one statement. */
    private static final Map<String, String> STATEMENTS = new TreeMap<>(Map.of(
            "dw.fact_measure_value", "month_key, organisation_id, measure_id",
            "dw.fact_measure_quarter", "month_key, organisation_id, measure_id",
            "dw.fact_measure_distribution", "month_key, organisation_id, category_id",
            "dw.fact_finance_position", "month_key, organisation_id, finance_line_id",
            "dw.fact_audit_opinion", "month_key, organisation_id, category_id",
            "dw.fact_project_status", "month_key, project_id",
            "dw.fact_target", "from_month_key, organisation_id, measure_id",
            "dw.fact_baseline", "measure_id"));

    private static final int NAMED_AT_MOST = 20;

    private final DataSource warehouse;

    public PublicationProofQueries(DataSource warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public Finding verify(Optional<String> noted) {
        try (Connection connection = warehouse.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return new Proof(connection, noted).finding();
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    /** One proof over one state of the warehouse. */
    private static final class Proof {

        private final Connection connection;
        private final Optional<String> noted;
        private final List<String> violations = new ArrayList<>();
        private Optional<Integer> notedAt = Optional.empty();
        private Optional<Integer> notedAtCopy = Optional.empty();
        private String headOfCopies = PublicationEntry.BEGINNING;

        private Proof(Connection connection, Optional<String> noted) {
            this.connection = connection;
            this.noted = noted;
        }

        private Finding finding() throws SQLException {
            List<Kept> book = book();
            chain(book);
            Map<Integer, Known> editions = editions();
            editions(book, editions);
            int copies = publicCopies();
            long files = keptFiles();
            long statements = statements();
            statementsOfEditions();
            guards();
            String head = book.isEmpty()
                    ? PublicationEntry.BEGINNING
                    : book.get(book.size() - 1).chain();
            if (noted.isPresent()
                    && notedAt.isEmpty()
                    && notedAtCopy.isEmpty()
                    && !noted.get().equals(PublicationEntry.BEGINNING)) {
                violations.add(
                        "The digest that was noted, %s, is not in the chain: what was published up to it was removed or replaced."
                                .formatted(noted.get()));
            }
            return new Finding(
                    book.size(),
                    copies,
                    files,
                    statements,
                    head,
                    headOfCopies,
                    notedAt,
                    notedAtCopy,
                    List.copyOf(violations));
        }

        /** Follows the chain of public copies, which each have the bytes that were made, and are of a published edition. */
        private int publicCopies() throws SQLException {
            String question = "select " + PublicCopyEntry.COLUMNS + """
                    , chain_sha256,
                    page_sha256 = encode(sha256(page), 'hex') as is_page,
                    workbook_sha256 = encode(sha256(workbook), 'hex') as is_workbook,
                    figures_sha256 = encode(sha256(figures), 'hex') as is_figures,
                    report_sha256 = encode(sha256(hidden_report), 'hex') as is_report,
                    exists (
                        select from etl.publication as publication
                        where (publication.edition_key, publication.month_key, publication.organisation_code,
                            publication.edition_no)
                        = (copy.edition_key, copy.month_key, copy.organisation_code, copy.edition_no)
                    ) as is_published
                    from etl.public_copy as copy
                    order by copy_no
                    """;
            int number = 0;
            String previous = PublicationEntry.BEGINNING;
            try (PreparedStatement statement = connection.prepareStatement(question);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    number++;
                    PublicCopyEntry copy = PublicCopyEntry.of(row);
                    String chain = Rows.text(row, "chain_sha256");
                    String name = "public copy %d (%s, edition %d)"
                            .formatted(copy.number(), copy.month().longLabel(), copy.editionNumber());
                    if (copy.number() != number || !copy.previous().equals(previous)) {
                        violations.add(sentence("%s does not follow the one before it.", name));
                    }
                    if (!copy.digest().equals(chain)) {
                        violations.add(sentence(
                                "%s was altered: its entry has the digest %s, and says %s.",
                                name, copy.digest(), chain));
                    }
                    for (String file : List.of("page", "workbook", "figures", "report")) {
                        if (!row.getBoolean("is_" + file)) {
                            violations.add(sentence("The %s of %s was altered.", file, name));
                        }
                    }
                    if (!row.getBoolean("is_published")) {
                        violations.add(sentence("%s is of an edition that was not published so.", name));
                    }
                    number = copy.number();
                    previous = chain;
                    if (noted.isPresent() && noted.get().equals(chain)) {
                        notedAtCopy = Optional.of(number);
                    }
                }
            }
            headOfCopies = previous;
            return number;
        }

        /** An entry with the digests that its columns say, and those that its bytes have. */
        private record Kept(PublicationEntry entry, String chain, String pageBytes, String workbookBytes) {

            String name() {
                return "publication %d (%s, edition %d)"
                        .formatted(entry.number(), entry.month().longLabel(), entry.editionNumber());
            }

            String edition() {
                return "edition %d of %s"
                        .formatted(entry.editionNumber(), entry.month().longLabel());
            }
        }

        private List<Kept> book() throws SQLException {
            String question = "select " + PublicationEntry.COLUMNS + """
                    , chain_sha256, encode(sha256(page), 'hex') as page_bytes,
                    encode(sha256(workbook), 'hex') as workbook_bytes
                    from etl.publication
                    order by publication_no
                    """;
            List<Kept> book = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(question);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    book.add(new Kept(
                            PublicationEntry.of(row),
                            Rows.text(row, "chain_sha256"),
                            Rows.text(row, "page_bytes"),
                            Rows.text(row, "workbook_bytes")));
                }
            }
            return book;
        }

        private void chain(List<Kept> book) {
            int number = 0;
            String previous = PublicationEntry.BEGINNING;
            for (Kept kept : book) {
                number++;
                for (; number < kept.entry().number(); number++) {
                    violations.add("Publication %d is missing from the book.".formatted(number));
                }
                if (number != kept.entry().number()) {
                    violations.add(sentence("%s has a number that no publication can have.", kept.name()));
                }
                if (!kept.entry().previous().equals(previous)) {
                    violations.add(
                            sentence("%s does not follow the one before it: it names another digest.", kept.name()));
                }
                if (!kept.entry().digest().equals(kept.chain())) {
                    violations.add(sentence(
                            "%s was altered: its entry has the digest %s, and says %s.",
                            kept.name(), kept.entry().digest(), kept.chain()));
                }
                if (!kept.pageBytes().equals(kept.entry().page())) {
                    violations.add(sentence("The page of %s was altered.", kept.edition()));
                }
                if (!kept.workbookBytes().equals(kept.entry().workbook())) {
                    violations.add(sentence("The workbook of %s was altered.", kept.edition()));
                }
                if (noted.isPresent() && noted.get().equals(kept.chain())) {
                    notedAt = Optional.of(kept.entry().number());
                }
                previous = kept.chain();
            }
        }

        private static String sentence(String form, Object... words) {
            String said = form.formatted(words);
            return said.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + said.substring(1);
        }

        /** An edition as its own row has it. */
        private record Known(
                int key, ReportingMonth month, int organisation, int number, String status, List<String> says) {

            String name() {
                return "edition %d of %s".formatted(number, month.longLabel());
            }
        }

        private Map<Integer, Known> editions() throws SQLException {
            String question = """
                    select
                        edition_key, month_key, edition.organisation_id, edition_no, edition_status, data_as_at,
                        method_version, published_at, published_by, content_sha256, organisation_code
                    from dw.dim_scorecard_edition as edition
                    left join dw.dim_organisation as organisation using (organisation_key)
                    order by edition_key
                    """;
            Map<Integer, Known> editions = new TreeMap<>();
            try (PreparedStatement statement = connection.prepareStatement(question);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Known known = new Known(
                            row.getInt("edition_key"),
                            Rows.month(row, "month_key"),
                            row.getInt("organisation_id"),
                            row.getInt("edition_no"),
                            Rows.text(row, "edition_status"),
                            List.of(
                                    Rows.month(row, "month_key").toString(),
                                    Rows.text(row, "organisation_code"),
                                    Integer.toString(row.getInt("edition_no")),
                                    ChainedText.time(
                                            row.getTimestamp("data_as_at").toInstant()),
                                    Rows.text(row, "method_version"),
                                    row.getTimestamp("published_at") == null
                                            ? "not published"
                                            : ChainedText.time(row.getTimestamp("published_at")
                                                    .toInstant()),
                                    Rows.text(row, "published_by"),
                                    Rows.text(row, "content_sha256")));
                    editions.put(known.key(), known);
                }
            }
            return editions;
        }

        private static final List<String> SAID = List.of(
                "the month",
                "the organisation",
                "the number",
                "what was known",
                "the method",
                "when it was published",
                "by whom it was published",
                "the digest of its content");

        private static List<String> said(PublicationEntry entry) {
            return List.of(
                    entry.month().toString(),
                    entry.organisation(),
                    Integer.toString(entry.editionNumber()),
                    ChainedText.time(entry.dataAsAt()),
                    entry.methodVersion(),
                    ChainedText.time(entry.publishedAt()),
                    entry.publishedBy(),
                    entry.content());
        }

        private void editions(List<Kept> book, Map<Integer, Known> editions) throws SQLException {
            Map<String, Kept> last = new HashMap<>();
            Set<Integer> published = new HashSet<>();
            for (Kept kept : book) {
                PublicationEntry entry = kept.entry();
                published.add(entry.edition());
                String month = entry.month() + " " + entry.organisation();
                int before = Optional.ofNullable(last.put(month, kept))
                        .map(earlier -> earlier.entry().editionNumber())
                        .orElse(0);
                if (entry.editionNumber() != before + 1) {
                    violations.add(sentence(
                            "%s was published after edition %d of the month; one between them is missing, or their order was changed.",
                            kept.name(), before));
                }
                Optional<Known> edition = Optional.ofNullable(editions.get(entry.edition()));
                if (edition.isEmpty()) {
                    violations.add(sentence("%s is no more: its edition was removed.", kept.name()));
                } else {
                    edition(kept, edition.get());
                }
            }
            Set<Integer> inForce = new HashSet<>();
            last.values().forEach(kept -> inForce.add(kept.entry().edition()));
            for (Known edition : editions.values()) {
                status(edition, published.contains(edition.key()), inForce.contains(edition.key()));
            }
        }

        private void edition(Kept kept, Known edition) throws SQLException {
            List<String> inBook = said(kept.entry());
            for (int item = 0; item < inBook.size(); item++) {
                if (!inBook.get(item).equals(edition.says().get(item))) {
                    violations.add(sentence(
                            "%s was altered: of %s it says '%s', and the book says '%s'.",
                            kept.edition(), SAID.get(item), edition.says().get(item), inBook.get(item)));
                }
            }
            int form = kept.entry().contentFormat();
            if (form < 1 || form > EditionContent.FORMAT) {
                violations.add(sentence(
                        "The content of %s is digested in form %d, which this version does not know.",
                        kept.edition(), form));
                return;
            }
            List<String> beyond = EditionContent.tablesBeyond(connection, edition.key(), form);
            if (!beyond.isEmpty()
                    || !EditionContent.digest(connection, edition.key(), form)
                            .equals(kept.entry().content())) {
                violations.add(sentence("The content of %s was altered after it was published.", kept.edition()));
            }
        }

        private void status(Known edition, boolean isInBook, boolean isLast) {
            if (!isInBook && !edition.status().equals("draft")) {
                violations.add(sentence(
                        "%s is %s, but the book of publications does not have it.", edition.name(), edition.status()));
            }
            if (isInBook && isLast && !edition.status().equals("published")) {
                violations.add(
                        sentence("%s was published last of its month and is %s.", edition.name(), edition.status()));
            }
            if (isInBook && !isLast && !edition.status().equals("superseded")) {
                violations.add(sentence(
                        "%s is %s, though a later edition of the month was published.",
                        edition.name(), edition.status()));
            }
        }

        private long keptFiles() throws SQLException {
            String question = """
                    select sha256, coalesce(file_name, '') as file_name
                    from etl.source_file_content
                    left join etl.source_file using (sha256)
                    where sha256 <> encode(sha256(content), 'hex')
                    order by file_name
                    """;
            named(
                    question,
                    row -> "The kept file '%s' is not the one that came: its bytes do not have the digest %s."
                            .formatted(Rows.text(row, "file_name"), Rows.text(row, "sha256")));
            return count("select count(*) from etl.source_file_content");
        }

        private long statements() throws SQLException {
            long statements = 0;
            for (Map.Entry<String, String> fact : STATEMENTS.entrySet()) {
                String question = """
                        select %2$s, count(*) as revisions, max(revision_no) as last_no, min(revision_no) as first_no
                        from %1$s
                        group by %2$s
                        having count(*) <> max(revision_no) + 1 or min(revision_no) <> 0
                        order by %2$s
                        """.formatted(fact.getKey(), fact.getValue());
                named(question, row -> {
                    List<String> where = new ArrayList<>();
                    for (String column : fact.getValue().split(", ")) {
                        where.add(column + " " + row.getInt(column));
                    }
                    return "%s has %d revisions for %s, numbered %d to %d: one was removed or added."
                            .formatted(
                                    fact.getKey(),
                                    row.getInt("revisions"),
                                    String.join(", ", where),
                                    row.getInt("first_no"),
                                    row.getInt("last_no"));
                });
                statements += count("select count(*) from (select from %s group by %s) as statement"
                        .formatted(fact.getKey(), fact.getValue()));
            }
            return statements;
        }

        /** A statement that was altered no longer says what the editions say that were made from it. */
        private void statementsOfEditions() throws SQLException {
            String issued = "join dw.dim_scorecard_edition as edition on edition.edition_key = used.edition_key"
                    + " and edition.edition_status <> 'draft'";
            unlike("dw.fact_scorecard_month", "dw.fact_measure_value", "measure_value_id", issued, """
                    (used.numerator, used.denominator, used.figure, used.value_status, used.footnote_mark, used.footnote_text)
                    is distinct from
                    (said.numerator, said.denominator, said.figure, said.value_status, said.footnote_mark, said.footnote_text)
                    """);
            unlike("dw.fact_scorecard_finance", "dw.fact_finance_position", "finance_position_id", issued, """
                    (used.budget_gbp, used.forecast_gbp, used.reported_variance_gbp, used.progress_pct)
                    is distinct from
                    (said.budget_gbp, said.forecast_gbp, said.reported_variance_gbp, said.progress_pct)
                    """);
            unlike("dw.fact_scorecard_finance_month", "dw.fact_finance_position", "finance_position_id", issued, """
                    (used.spend_to_date_gbp, used.committed_gbp, used.budget_gbp, used.forecast_gbp)
                    is distinct from
                    (said.spend_to_date_gbp, said.committed_gbp, said.budget_gbp, said.forecast_gbp)
                    """);
            unlike(
                    "dw.fact_scorecard_category",
                    "dw.fact_measure_distribution",
                    "measure_distribution_id",
                    issued,
                    "used.figure is distinct from said.share_pct");
            unlike(
                    "dw.fact_scorecard_category",
                    "dw.fact_audit_opinion",
                    "audit_opinion_id",
                    issued,
                    "used.figure is distinct from said.audit_count");
            unlike(
                    "dw.fact_scorecard_project",
                    "dw.fact_project_status",
                    "project_status_id",
                    issued,
                    "used.narrative is distinct from said.narrative");
        }

        private void unlike(String used, String said, String id, String issued, String difference) throws SQLException {
            String question = """
                    select edition.month_key, edition.edition_no, used.%3$s as statement_id
                    from %1$s as used
                    %4$s
                    left join %2$s as said using (%3$s)
                    where used.%3$s is not null and (said.%3$s is null or %5$s)
                    order by 1, 2, 3
                    """.formatted(used, said, id, issued, difference);
            named(
                    question,
                    row -> "Statement %d of %s is not what edition %d of %s was made from: it was altered or removed."
                            .formatted(
                                    row.getLong("statement_id"),
                                    said,
                                    row.getInt("edition_no"),
                                    Rows.month(row, "month_key").longLabel()));
        }

        /** The triggers that keep everybody from altering what was published. */
        private void guards() throws SQLException {
            String question = """
                    select tgname as guard, tgrelid::regclass::text as guarded
                    from pg_trigger
                    where not tgisinternal and tgenabled <> 'O' and tgrelid::regclass::text ~ '^(dw|etl)[.]'
                    order by 2, 1
                    """;
            named(
                    question,
                    row -> "The guard %s of %s is switched off."
                            .formatted(Rows.text(row, "guard"), Rows.text(row, "guarded")));
            List<String> wanted = new ArrayList<>();
            for (String table : EditionContent.tables()) {
                if (table.startsWith("dw.fact_")) {
                    for (String guard : List.of(
                            "is_frozen_against_more",
                            "is_frozen_against_less",
                            "is_replaced_not_changed",
                            "is_never_emptied")) {
                        wanted.add(table + " " + guard);
                    }
                }
            }
            wanted.add("dw.dim_scorecard_edition goes_from_draft_to_published_to_superseded");
            wanted.add("dw.dim_scorecard_edition is_never_emptied");
            wanted.add("dw.dim_scorecard_edition is_in_the_book");
            wanted.add("etl.publication is_append_only");
            wanted.add("etl.publication is_never_emptied");
            wanted.add("etl.publication continues_the_chain");
            wanted.add("etl.public_copy is_append_only");
            wanted.add("etl.public_copy is_never_emptied");
            String there = "select tgrelid::regclass::text || ' ' || tgname from pg_trigger";
            Set<String> guards = new HashSet<>();
            try (PreparedStatement statement = connection.prepareStatement(there);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    guards.add(row.getString(1));
                }
            }
            wanted.stream()
                    .filter(guard -> !guards.contains(guard))
                    .forEach(guard -> violations.add(
                            "The guard %s of %s is gone.".formatted(guard.split(" ")[1], guard.split(" ")[0])));
        }

        private interface Sentence {

            String of(ResultSet row) throws SQLException;
        }

        /** Every row is a violation; of very many the first are named and the others counted. */
        private void named(String question, Sentence sentence) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(question);
                    ResultSet row = statement.executeQuery()) {
                int found = 0;
                while (row.next()) {
                    if (++found <= NAMED_AT_MOST) {
                        violations.add(sentence.of(row));
                    }
                }
                if (found > NAMED_AT_MOST) {
                    violations.add("And %,d more of the same kind.".formatted(found - NAMED_AT_MOST));
                }
            }
        }

        private long count(String question) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(question);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
