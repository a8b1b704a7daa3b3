package org.monthend.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.scorecard.EditionFiles;
import org.monthend.scorecard.PublicationStore.Published;
import org.monthend.steward.PublicationProof.Finding;

/** Whatever the owner of the database alters behind our back, and with all guards asleep, verify finds and names it. */
class PublicationProofTest {

    private static final ReportingMonth DECEMBER = new ReportingMonth(2015, 12);

    /** What an owner can do to switch every trigger off. */
    private static final String ASLEEP = "set session_replication_role = replica; ";

    private final TestDatabase database = TestDatabase.fresh();
    private final Sql owner = Sql.as(database.owner());

    @BeforeEach
    void publishesTwoEditions() throws SQLException {
        WarehouseSketch.into(database);
        Sql.as(database.application()).run("""
                insert into etl.source_file (sha256, file_name, byte_size)
                values (encode(sha256('abc'), 'hex'), 'abc.csv', 3);
                insert into etl.source_file_content (sha256, content) values (encode(sha256('abc'), 'hex'), 'abc');
                """);
        WarehouseSketch.value(database, 201511, "TRUST", "VISITS", 0, "9", "null", "9");
        WarehouseSketch.value(database, 201511, "TRUST", "VISITS", 1, "8", "null", "8");
        WarehouseSketch.value(database, 201511, "TRUST", "VISITS", 2, "7", "null", "7");
        publish("Jane", "2050-01-21T09:00:00Z");
        WarehouseSketch.edition(database, 2);
        publish("Ada", "2050-02-18T09:00:00Z");
    }

    @AfterEach
    void closes() {
        database.close();
    }

    private Published publish(String by, String at) {
        Clock clock = Clock.fixed(Instant.parse(at), ZoneOffset.UTC);
        return (Published) new PublicationTables(database.application(), clock)
                .publish(
                        DECEMBER,
                        "TRUST",
                        by,
                        "for the board",
                        edition ->
                                new EditionFiles(bytes("page " + edition.number()), bytes("book " + edition.number())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Finding verify() {
        return new PublicationProofQueries(database.application()).verify(Optional.empty());
    }

    @Test
    void findsNothingInWhatNobodyTouched() {
        Finding finding = verify();
        assertThat(finding.violations()).isEmpty();
        assertThat(finding.publications()).isEqualTo(2);
        assertThat(finding.keptFiles()).isEqualTo(1);
        assertThat(finding.head()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest(name = "{0} => {1}")
    @CsvSource(delimiterString = "=>", textBlock = """
            update dw.fact_scorecard_figure set printed_text = '99%' where edition_key = 1 and column_code = 'latest'   => The content of edition 1 of December 2015 was altered
            update dw.fact_scorecard set standing = 'met' where edition_key = 2                                         => The content of edition 2 of December 2015 was altered
            update dw.fact_forecast set forecast_mean = forecast_mean + 1e-9 where edition_key = 1                      => The content of edition 1 of December 2015 was altered
            update dw.fact_scorecard_month set figure = 76 where edition_key = 2                                        => The content of edition 2 of December 2015 was altered
            update dw.fact_scorecard_point set special_cause = 'Above UCL', variation = 'special_cause_concern' where edition_key = 1 => The content of edition 1 of December 2015 was altered
            update dw.fact_scorecard_segment set upper_limit = upper_limit + 1e-9 where edition_key = 2                 => The content of edition 2 of December 2015 was altered
            update dw.fact_scorecard_outturn set chance_shown_pct = 95 where edition_key = 1                            => The content of edition 1 of December 2015 was altered
            delete from dw.fact_scorecard_rebase where edition_key = 2                                                  => The content of edition 2 of December 2015 was altered
            update dw.fact_scorecard_judgement set judgement_text = 'All is well.' where edition_key = 1                => The content of edition 1 of December 2015 was altered
            delete from dw.fact_scorecard_project where edition_key = 1                                                 => The content of edition 1 of December 2015 was altered
            insert into dw.fact_scorecard_text values (1, 2, 'note', '', 'an afterthought')                             => The content of edition 1 of December 2015 was altered
            update dw.dim_measure set measure_name = 'Late' where measure_code = 'TIMELY'                               => The content of edition 1 of December 2015 was altered
            update dw.dim_finance_line set line_name = 'Savings'                                                        => The content of edition 2 of December 2015 was altered
            update dw.dim_scorecard_edition set published_by = 'Eve' where edition_no = 1                               => of by whom it was published it says 'Eve', and the book says 'Jane'
            update dw.dim_scorecard_edition set published_at = published_at - interval '1 day' where edition_no = 2     => of when it was published it says '2050-02-17
            update dw.dim_scorecard_edition set data_as_at = data_as_at - interval '1 day' where edition_no = 2         => of what was known it says
            update dw.dim_scorecard_edition set content_sha256 = repeat('0', 64) where edition_no = 2                   => of the digest of its content it says '0000
            drop index dw.one_published_edition_per_month; update dw.dim_scorecard_edition set edition_status = 'published' where edition_no = 1 => Edition 1 of December 2015 is published, though a later edition of the month was published
            update dw.dim_scorecard_edition set edition_status = 'superseded' where edition_no = 2                      => Edition 2 of December 2015 was published last of its month and is superseded
            update dw.dim_scorecard_edition set edition_status = 'draft', published_at = null, published_by = '' where edition_no = 2  => was published last of its month and is draft
            delete from dw.dim_scorecard_edition where edition_no = 2                                                   => Publication 2 (December 2015, edition 2) is no more: its edition was removed
            alter table dw.dim_scorecard_edition drop constraint editions_of_a_month_are_counted_one_by_one; update dw.dim_scorecard_edition set edition_no = 3 - edition_no => Edition 1 of December 2015 was altered: of the number it says '2'
            update etl.publication set published_by = 'Eve' where publication_no = 1                                    => Publication 1 (December 2015, edition 1) was altered: its entry has the digest
            update etl.publication set note_text = '' where publication_no = 2                                          => Publication 2 (December 2015, edition 2) was altered: its entry has the digest
            update etl.publication set open_queries = 0, caveats = '{}', returns_missing = 3 where publication_no = 2   => Publication 2 (December 2015, edition 2) was altered: its entry has the digest
            update etl.publication set content_sha256 = repeat('0', 64) where publication_no = 1                        => Publication 1 (December 2015, edition 1) was altered: its entry has the digest
            update etl.publication set page = 'other', page_sha256 = encode(sha256('other'), 'hex') where publication_no = 1  => Publication 1 (December 2015, edition 1) was altered: its entry has the digest
            update etl.publication set chain_sha256 = repeat('1', 64) where publication_no = 1                          => Publication 2 (December 2015, edition 2) does not follow the one before it
            delete from etl.publication where publication_no = 1                                                        => Publication 1 is missing from the book
            delete from etl.publication where publication_no = 2                                                        => Edition 2 of December 2015 is published, but the book of publications does not have it
            update etl.publication set publication_no = 5 where publication_no = 2                                      => Publication 2 is missing from the book
            update dw.fact_measure_value set figure = 76, numerator = 9.12 where measure_value_id = 2                   => Statement 2 of dw.fact_measure_value is not what edition 1 of December 2015 was made from
            update dw.fact_finance_position set spend_to_date_gbp = 81                                                  => Statement 1 of dw.fact_finance_position is not what edition 2
            update dw.fact_scorecard_finance_outturn set chance_shown_pct = 5 where edition_key = 2                     => The content of edition 2 of December 2015 was altered
            update dw.fact_finance_position set budget_gbp = 101                                                        => Statement 1 of dw.fact_finance_position is not what edition 2
            update dw.fact_measure_distribution set share_pct = 41                                                      => Statement 1 of dw.fact_measure_distribution is not what edition 1
            update dw.fact_audit_opinion set audit_count = 5                                                            => Statement 1 of dw.fact_audit_opinion is not what edition 1
            update dw.fact_project_status set narrative = 'Going badly'                                                 => Statement 1 of dw.fact_project_status is not what edition 1
            delete from dw.fact_measure_value where month_key = 201511 and revision_no = 1                              => dw.fact_measure_value has 2 revisions for month_key 201511, organisation_id 1, measure_id 1, numbered 0 to 2
            delete from dw.fact_measure_value where month_key = 201511 and revision_no = 0                              => numbered 1 to 2: one was removed or added
            """)
    void namesWhatWasAltered(String tampering, String named) throws SQLException {
        owner.run(ASLEEP + tampering);
        assertThat(verify().violations()).anyMatch(violation -> violation.contains(named));
        assertThat(verify().isSound()).isFalse();
    }

    /** The bytes are held against their digests by a constraint, which an owner can drop. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiterString = "=>", textBlock = """
            alter table etl.publication drop constraint the_page_is_what_its_digest_says                 => update etl.publication set page = 'other' where publication_no = 1         => The page of edition 1 of December 2015 was altered.
            alter table etl.publication drop constraint the_workbook_is_what_its_digest_says             => update etl.publication set workbook = 'other' where publication_no = 2     => The workbook of edition 2 of December 2015 was altered.
            alter table etl.source_file_content drop constraint content_is_what_the_digest_says          => update etl.source_file_content set content = 'abd'                         => The kept file 'abc.csv' is not the one that came
            """)
    void namesBytesThatWereAltered(String unlock, String tampering, String named) throws SQLException {
        owner.run(unlock);
        owner.run(ASLEEP + tampering);
        assertThat(verify().violations()).singleElement().asString().startsWith(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table etl.publication disable trigger is_append_only",
                "alter table dw.fact_scorecard_figure disable trigger all",
                "drop trigger is_frozen_against_more on dw.fact_scorecard",
                "drop trigger goes_from_draft_to_published_to_superseded on dw.dim_scorecard_edition",
                "drop trigger is_in_the_book on dw.dim_scorecard_edition",
            })
    void namesGuardsThatSleep(String tampering) throws SQLException {
        owner.run(tampering);
        assertThat(verify().violations()).isNotEmpty().allMatch(violation -> violation.startsWith("The guard "));
    }

    @Test
    void twoEditionsThatChangePlacesAreFound() throws SQLException {
        swapRows();
        assertThat(verify().violations())
                .as("the sketch's editions say the same, so their rows may change places")
                .isEmpty();
        owner.run(ASLEEP + "update dw.fact_scorecard_text set page_text = 'other' where edition_key = 1");
        assertThat(verify().violations())
                .containsExactly("The content of edition 1 of December 2015 was altered after it was published.");
        swapRows();
        assertThat(verify().violations())
                .containsExactly("The content of edition 2 of December 2015 was altered after it was published.");
    }

    private void swapRows() throws SQLException {
        for (String table : EditionContent.tables()) {
            if (table.startsWith("dw.fact_")) {
                owner.run(ASLEEP
                        + "update %1$s set edition_key = edition_key + 10; update %1$s set edition_key = 13 - edition_key"
                                .formatted(table));
            }
        }
    }

    /** The whole end of the chain is gone, and the edition before is in force again: the rest is sound in itself. */
    @Test
    void aChainThatWasCutShortIsFoundByADigestThatWasNoted() throws SQLException {
        Finding whole = verify();
        for (String table : EditionContent.tables()) {
            if (table.startsWith("dw.fact_")) {
                owner.run(ASLEEP + "delete from %s where edition_key = 2".formatted(table));
            }
        }
        owner.run(ASLEEP + """
                delete from etl.publication where publication_no = 2;
                delete from dw.dim_scorecard_edition where edition_no = 2;
                update dw.dim_scorecard_edition set edition_status = 'published' where edition_no = 1;
                """);
        PublicationProofQueries proof = new PublicationProofQueries(database.application());
        assertThat(proof.verify(Optional.empty()).violations()).isEmpty();
        assertThat(proof.verify(Optional.of(whole.head())).violations())
                .containsExactly(
                        "The digest that was noted, %s, is not in the chain: what was published up to it was removed or replaced."
                                .formatted(whole.head()));
    }

    @Test
    void anEarlierDigestIsStillInTheChainAfterAnotherPublication() throws SQLException {
        Finding before = verify();
        WarehouseSketch.edition(database, 3);
        Published third = publish("Jane", "2050-03-17T09:00:00Z");
        Finding after = new PublicationProofQueries(database.application()).verify(Optional.of(before.head()));
        assertThat(after.violations()).isEmpty();
        assertThat(after.notedAt()).contains(2);
        assertThat(after.head()).isEqualTo(third.digest()).isNotEqualTo(before.head());
    }

    private static final List<String> SINCE_THE_SECOND_FORM =
            List.of("judgement", "segment", "point", "rebase", "outturn");
    private static final List<String> SINCE_THE_THIRD_FORM =
            List.of("finance_outturn", "finance_month", "finance_accuracy");

    /** As it was published before editions kept their judgement, or before they kept the outlook of finance lines. */
    private void putIntoForm(int form, int edition) throws SQLException {
        List<String> unknown = new ArrayList<>(SINCE_THE_THIRD_FORM);
        unknown.addAll(form == 1 ? SINCE_THE_SECOND_FORM : List.of());
        for (String table : unknown) {
            owner.run(ASLEEP + "delete from dw.fact_scorecard_%s where edition_key = %d".formatted(table, edition));
        }
        try (SqlTransaction transaction = SqlTransaction.on(database.owner())) {
            owner.run(ASLEEP
                    + """
                    update dw.dim_scorecard_edition set content_sha256 = '%1$s' where edition_key = %2$d;
                    update etl.publication set content_sha256 = '%1$s', content_format = %3$d where edition_key = %2$d
                    """.formatted(EditionContent.digest(transaction.connection(), edition, form), edition, form));
        }
        try (Connection connection = database.owner().getConnection();
                PreparedStatement entry = connection.prepareStatement(
                        "select " + PublicationEntry.COLUMNS + " from etl.publication where edition_key = " + edition);
                ResultSet row = entry.executeQuery()) {
            row.next();
            owner.run(ASLEEP
                    + "update etl.publication set chain_sha256 = '%s' where edition_key = %d"
                            .formatted(PublicationEntry.of(row).digest(), edition));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anEditionThatWasDigestedInAnEarlierFormStillStands(int form) throws SQLException {
        putIntoForm(form, 2);
        assertThat(verify().violations()).isEmpty();
        owner.run(ASLEEP + "update dw.fact_scorecard set standing = 'met' where edition_key = 2");
        assertThat(verify().violations())
                .containsExactly("The content of edition 2 of December 2015 was altered after it was published.");
    }

    /** Its digest would not tell, because its form does not know them. */
    @Test
    void noJudgementCanBeAddedToAnEditionOfTheFirstForm() throws SQLException {
        putIntoForm(1, 2);
        owner.run(ASLEEP + """
                insert into dw.fact_scorecard_rebase (edition_key, organisation_key, organisation_id, measure_key,
                    measure_id, rebase_month_key, reason_text, rebased_by, rebased_at)
                values (2, 1, 1, 2, 2, 201512, 'Made up', 'Eve', now())
                """);
        assertThat(verify().violations())
                .containsExactly("The content of edition 2 of December 2015 was altered after it was published.");
    }

    /** What the program before this one digested, word for word. */
    @Test
    void theFirstFormKnowsNoJudgement() throws SQLException {
        try (SqlTransaction transaction = SqlTransaction.on(database.owner())) {
            String content = EditionContent.of(transaction.connection(), 1, 1);
            assertThat(content).startsWith("monthend edition content 1\ndw.dim_scorecard_edition\t");
            assertThat(content.lines().filter(line -> line.startsWith("dw.")).map(line -> line.split("\t")[0]))
                    .containsExactly(
                            "dw.dim_scorecard_edition",
                            "dw.fact_scorecard",
                            "dw.fact_scorecard_figure",
                            "dw.fact_scorecard_month",
                            "dw.fact_scorecard_target",
                            "dw.fact_forecast",
                            "dw.fact_scorecard_finance",
                            "dw.fact_scorecard_category",
                            "dw.fact_scorecard_project",
                            "dw.fact_scorecard_text",
                            "dw.dim_organisation",
                            "dw.dim_measure",
                            "dw.dim_finance_line",
                            "dw.dim_category",
                            "dw.dim_project");
        }
    }

    /** Nor did the one after it know where finance lines are heading. */
    @Test
    void theSecondFormKnowsNoOutlookOfFinance() throws SQLException {
        try (SqlTransaction transaction = SqlTransaction.on(database.owner())) {
            assertThat(EditionContent.of(transaction.connection(), 1, 2))
                    .startsWith("monthend edition content 2\n")
                    .contains("\ndw.fact_scorecard_outturn\t", "\ndw.fact_scorecard_finance\t")
                    .doesNotContain("dw.fact_scorecard_finance_");
        }
    }

    /** Each column of each table in turn, at the edition's own row: nothing that an edition says is outside its digest. */
    @Test
    void everyColumnOfAnEditionIsInItsDigest() throws SQLException {
        owner.run("""
                do $$
                declare held record;
                begin
                    for held in
                        select conrelid::regclass as relation, conname from pg_constraint
                        where contype in ('c', 'f', 'u', 'p') and conrelid::regclass::text ~ '^dw[.](fact_scorecard|fact_forecast|dim_)'
                        order by contype = 'p'
                    loop
                        execute format('alter table %s drop constraint if exists %I cascade', held.relation, held.conname);
                    end loop;
                    for held in
                        select indexrelid::regclass as relation from pg_index
                        where indisunique and indrelid::regclass::text ~ '^dw[.](fact_scorecard|fact_forecast|dim_)'
                    loop
                        execute format('drop index %s', held.relation);
                    end loop;
                end $$
                """);
        List<String> unnoticed = new ArrayList<>();
        int altered = 0;
        for (String table : EditionContent.tables()) {
            for (String column : EditionContent.columnsOf(table)) {
                String type = owner.one("""
                        select format_type(atttypid, atttypmod) from pg_attribute
                        where attrelid = '%s'::regclass and attname = '%s'
                        """.formatted(table, column));
                String other = switch (type) {
                    case "text" -> "coalesce(%s, '') || 'x'";
                    case "boolean" -> "not coalesce(%s, false)";
                    case "timestamp with time zone" -> "%s + interval '1 microsecond'";
                    default -> "coalesce(%s, 0) + 1";
                };
                String which = table.startsWith("dw.dim_")
                        ? "true"
                        : "ctid = (select min(ctid) from %s where edition_key = 1)".formatted(table);
                try (SqlTransaction transaction = SqlTransaction.on(database.owner())) {
                    transaction.run("alter table %s alter column %s drop identity if exists".formatted(table, column));
                    transaction.run(ASLEEP
                            + "update %s set %s = %s where %s"
                                    .formatted(table, column, other.formatted(column), which));
                    altered++;
                    if (EditionContent.digest(transaction.connection(), 1, EditionContent.FORMAT)
                            .equals(owner.one("select content_sha256 from etl.publication where publication_no = 1"))) {
                        unnoticed.add(table + "." + column);
                    }
                }
            }
        }
        assertThat(unnoticed).isEmpty();
        assertThat(altered).isGreaterThan(150);
    }

    /** A column that is added to a table of editions has to be put into the content, in a new form of it. */
    @Test
    void everyColumnOfTheTablesOfEditionsIsInTheContent() throws SQLException {
        for (String table : EditionContent.tables()) {
            List<String> columns = owner.rows("""
                    select attname from pg_attribute
                    where attrelid = '%s'::regclass and attnum > 0 and not attisdropped
                        and attname not in ('edition_key', 'edition_status', 'published_at', 'published_by',
                            'content_sha256', 'valid_from', 'valid_to', 'is_current')
                    """.formatted(table));
            assertThat(EditionContent.columnsOf(table)).as(table).containsExactlyInAnyOrderElementsOf(columns);
        }
        assertThat(owner.rows("""
                        select distinct attrelid::regclass::text
                        from pg_attribute
                        join pg_class on pg_class.oid = attrelid and relkind = 'r'
                        where attname = 'edition_key' and attrelid::regclass::text ~ '^dw[.]'
                        """)).allMatch(table -> EditionContent.tables().contains(table));
    }

    @Test
    void theTextOfAnEntryIsAsTheDocumentationHasIt() {
        PublicationEntry entry = new PublicationEntry(
                2,
                7,
                DECEMBER,
                "TRUST",
                1,
                Instant.parse("2016-01-20T17:12:03.123456Z"),
                "1",
                "",
                Instant.parse("2016-01-21T09:00:00Z"),
                "Jane Smith",
                "two\nlines",
                new org.monthend.scorecard.Caveats(1, 0, 0, 0, List.of("Query R310")),
                1,
                "c".repeat(64),
                "a".repeat(64),
                "b".repeat(64),
                "d".repeat(64));
        assertThat(entry.text())
                .isEqualTo("""
                        monthend publication 1
                        number: 2
                        month: 2015-12
                        organisation: TRUST
                        edition: 1
                        edition key: 7
                        data as at: 2016-01-20T17:12:03.123456Z
                        method: 1
                        catalogue:\s
                        published at: 2016-01-21T09:00:00.000000Z
                        published by: Jane Smith
                        note: two\\nlines
                        open queries: 1
                        returns missing: 0
                        returns refused: 0
                        returns in part: 0
                        caveat: Query R310
                        content format: 1
                        content: %s
                        page: %s
                        workbook: %s
                        previous: %s
                        """.formatted("c".repeat(64), "a".repeat(64), "b".repeat(64), "d".repeat(64)));
    }
}
