package org.monthend.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
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
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.EditionFiles;
import org.monthend.scorecard.PublicationStore.Published;
import org.monthend.scorecard.disclosure.PublicCopyStore.PublicCopy;
import org.monthend.scorecard.disclosure.PublicFiles;
import org.monthend.steward.PublicationProof.Finding;

/** A public copy is kept once, in the knowledge of all before it, and nobody alters it unseen. */
class PublicCopyTablesTest {

    private static final ReportingMonth DECEMBER = new ReportingMonth(2015, 12);
    private static final String ASLEEP = "set session_replication_role = replica; ";

    private final TestDatabase database = TestDatabase.fresh();
    private Edition first;
    private Edition second;

    @BeforeEach
    void publishesTwoEditions() throws SQLException {
        WarehouseSketch.into(database);
        first = publish("2050-01-21T09:00:00Z");
        WarehouseSketch.edition(database, 2);
        second = publish("2050-02-18T09:00:00Z");
    }

    @AfterEach
    void closes() {
        database.close();
    }

    private Edition publish(String at) {
        return ((Published) new PublicationTables(database.application(), clock(at))
                        .publish(
                                DECEMBER,
                                "TRUST",
                                "Jane",
                                "",
                                edition -> new EditionFiles(bytes("page"), bytes("book"))))
                .edition();
    }

    private static Clock clock(String at) {
        return Clock.fixed(Instant.parse(at), ZoneOffset.UTC);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static PublicFiles files(String name) {
        return new PublicFiles(
                bytes(name + " page"), bytes(name + " book"), bytes(name + " csv"), bytes(name + " why"));
    }

    private Optional<PublicCopy> copy(Edition edition, String by, Optional<PublicFiles> files, List<PublicCopy> seen) {
        return new PublicCopyTables(database.application(), clock("2050-03-01T09:00:00Z"))
                .copy(edition, "TRUST", by, out -> {
                    seen.addAll(out);
                    return files;
                });
    }

    private PublicCopy copy(Edition edition, String name) {
        return copy(edition, "Ada", Optional.of(files(name)), new ArrayList<>()).orElseThrow();
    }

    private Finding verify() {
        return new PublicationProofQueries(database.application()).verify(Optional.empty());
    }

    @Test
    void aCopyIsMadeOnceAndIsThenTheSame() {
        PublicCopy made = copy(first, "one");
        PublicCopy again = copy(first, "other");
        assertThat(made.isNew()).isTrue();
        assertThat(again.isNew()).isFalse();
        assertThat(again.files().page()).isEqualTo(bytes("one page"));
        assertThat(again.files().workbook()).isEqualTo(bytes("one book"));
        assertThat(again.files().figures()).isEqualTo(bytes("one csv"));
        assertThat(again.files().report()).isEqualTo(bytes("one why"));
        assertThat(again.digest()).isEqualTo(made.digest());
        assertThat(verify().violations()).isEmpty();
        assertThat(verify().publicCopies()).isEqualTo(1);
    }

    @Test
    void aCopyKnowsAllThatAreOutAndFollowsTheLast() {
        PublicCopy one = copy(first, "one");
        List<PublicCopy> seen = new ArrayList<>();
        PublicCopy two = copy(second, "Ada", Optional.of(files("two")), seen).orElseThrow();
        assertThat(seen).extracting(PublicCopy::edition).containsExactly(1);
        assertThat(seen.get(0).digest()).isEqualTo(one.digest());
        assertThat(two.number()).isEqualTo(2);
        assertThat(two.digest()).isNotEqualTo(one.digest());
        assertThat(verify().isSound()).isTrue();
        assertThat(verify().headOfCopies()).isEqualTo(two.digest());
        Finding noted = new PublicationProofQueries(database.application()).verify(Optional.of(one.digest()));
        assertThat(noted.violations()).isEmpty();
        assertThat(noted.notedAt()).isEmpty();
        assertThat(noted.notedAtCopy()).contains(1);
    }

    @Test
    void whereNoCopyCanBeMadeNoneIsKept() {
        assertThat(copy(first, "Ada", Optional.empty(), new ArrayList<>())).isEmpty();
        assertThat(verify().publicCopies()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update etl.public_copy set made_by = 'Eve'",
                "update etl.public_copy set page = 'other', page_sha256 = encode(sha256('other'), 'hex')",
                "delete from etl.public_copy",
                "truncate etl.public_copy"
            })
    void aCopyIsNeverChanged(String sql) {
        copy(first, "one");
        assertThatThrownBy(() -> Sql.as(database.application()).run(sql)).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> Sql.as(database.owner()).run(sql)).hasMessageContaining("etl.public_copy refuses");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", textBlock = """
                    update etl.public_copy set made_by = 'Eve' where copy_no = 1                       => Public copy 1 (December 2015, edition 1) was altered: its entry has the digest
                    update etl.public_copy set page_sha256 = encode(sha256('x'), 'hex'), page = 'x' where copy_no = 1 => Public copy 1 (December 2015, edition 1) was altered: its entry has the digest
                    delete from etl.public_copy where copy_no = 1                                       => Public copy 2 (December 2015, edition 2) does not follow the one before it.
                    delete from etl.publication where publication_no = 2                                => Public copy 2 (December 2015, edition 2) is of an edition that was not published so.
                    """)
    void verifyNamesWhatWasAlteredWithTheGuardsAsleep(String sql, String sentence) throws SQLException {
        copy(first, "one");
        copy(second, "two");
        Sql.as(database.owner()).run(ASLEEP + sql);
        assertThat(verify().violations()).anyMatch(violation -> violation.startsWith(sentence));
    }

    @Test
    void verifyNamesAFileThatIsNotTheOneThatWasMade() throws SQLException {
        copy(first, "one");
        Sql.as(database.owner())
                .run(ASLEEP + "alter table etl.public_copy drop constraint each_file_is_what_its_digest_says;"
                        + " update etl.public_copy set figures = 'other'");
        assertThat(verify().violations())
                .containsExactly("The figures of public copy 1 (December 2015, edition 1) was altered.");
    }

    @Test
    void verifyMissesTheGuards() throws SQLException {
        Sql.as(database.owner()).run("drop trigger is_append_only on etl.public_copy");
        assertThat(verify().violations()).containsExactly("The guard is_append_only of etl.public_copy is gone.");
    }
}
