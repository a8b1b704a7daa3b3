package org.monthend.cli;

import java.time.Clock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.monthend.job.MonthEndRun;
import org.monthend.job.RehearsedMonth;
import org.monthend.job.ReturnsWatch;
import org.monthend.job.Stop;
import org.monthend.load.MonthLocks;
import org.monthend.warehouse.CatalogueTables;
import org.monthend.warehouse.DueReturnTable;
import org.monthend.warehouse.EditionTables;
import org.monthend.warehouse.LoadRunTable;
import org.monthend.warehouse.RevisionQueries;
import org.monthend.warehouse.SourceFiles;
import org.monthend.warehouse.SubmissionTables;
import org.monthend.warehouse.UndoneTransaction;

/**
 * Does a run to see what it would do: the same code on the same warehouse, in one transaction that is undone. Nothing is
 * drawn.
 */
record Rehearsal(DataSource warehouse, Clock clock, MonthLocks locks, Stop stop) {

    /** What the rehearsed run answers must be complete when it returns: the warehouse forgets it then. */
    <T> T of(Function<MonthEndRun, T> run) {
        try (UndoneTransaction transaction = new UndoneTransaction(warehouse)) {
            DataSource inside = transaction.connections();
            return run.apply(new MonthEndRun(
                    new RehearsedMonth(),
                    new CatalogueTables(inside, clock),
                    new SubmissionTables(inside),
                    new SourceFiles(inside),
                    new EditionTables(inside),
                    new RevisionQueries(inside),
                    new LoadRunTable(inside, Monthend.Version.number()),
                    locks,
                    stop,
                    new ReturnsWatch(new DueReturnTable(inside), clock)));
        }
    }
}
