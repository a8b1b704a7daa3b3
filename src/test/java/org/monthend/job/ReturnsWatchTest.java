package org.monthend.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.extract.format.ReadLimits;
import org.monthend.load.CatalogueFile;
import org.monthend.load.DueTime;
import org.monthend.load.ReturnFolder;
import org.monthend.warehouse.DueReturnTable;
import org.monthend.warehouse.TestDatabase;

class ReturnsWatchTest {

    private static final ReportingMonth DECEMBER = ReportingMonth.parse("2015-12");
    private static final Instant FEBRUARY = Instant.parse("2016-02-03T02:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final DueReturnTable book = new DueReturnTable(database.application());
    private final Catalogue catalogue = new CatalogueFile(Path.of("input/catalogue.xlsx")).read(ReadLimits.standard());
    private final ReturnFolder folder;

    ReturnsWatchTest(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("2015-11"));
        Files.createDirectory(folder.resolve("2015-12"));
        this.folder = new ReturnFolder(folder);
    }

    @AfterEach
    void letGo() {
        database.close();
    }

    @Test
    void whoeverLooksAtTheWholeFolderMissesTheMonthThatHasNone() {
        look(List.of(DECEMBER.minusMonths(1), DECEMBER));

        assertThat(book.times())
                .extracting(time -> time.due().month().toString())
                .containsOnly("2015-11", "2015-12", "2016-01")
                .hasSize(9 + 10 + 9);
        assertThat(book.times()).allMatch(time -> time.missed().equals(Optional.of(FEBRUARY)));
        assertThat(book.times()).allMatch(time -> time.expectedSince().equals(FEBRUARY));
    }

    @Test
    void whoeverLooksAtOneMonthMissesThatAlone() {
        look(List.of(DECEMBER));

        assertThat(book.times()).extracting(time -> time.due().month()).containsOnly(DECEMBER);
    }

    @Test
    void whatWasNotedOnceIsNotedAsOfThen() {
        look(List.of(DECEMBER));
        new ReturnsWatch(book, Clock.fixed(FEBRUARY.plusSeconds(86_400), ZoneOffset.UTC))
                .begin(catalogue, folder, List.of(DECEMBER))
                .end(List.of());

        assertThat(book.times())
                .extracting(DueTime::expectedSince, DueTime::missed)
                .containsOnly(tuple(FEBRUARY, Optional.of(FEBRUARY.plusSeconds(86_400))));
    }

    private void look(List<ReportingMonth> months) {
        new ReturnsWatch(book, Clock.fixed(FEBRUARY, ZoneOffset.UTC))
                .begin(catalogue, folder, months)
                .end(List.of());
    }
}
