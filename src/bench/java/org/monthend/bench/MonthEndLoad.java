package org.monthend.bench;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.extract.format.ReadLimits;
import org.monthend.job.LoadMonth;
import org.monthend.job.MonthEndRun;
import org.monthend.job.Progress;
import org.monthend.job.ReturnsWatch;
import org.monthend.job.Stop;
import org.monthend.load.CatalogueFile;
import org.monthend.load.LoadRuns;
import org.monthend.load.ReturnFolder;
import org.monthend.load.SubmissionResult;
import org.monthend.warehouse.AdvisoryLocks;
import org.monthend.warehouse.CatalogueTables;
import org.monthend.warehouse.DueReturnTable;
import org.monthend.warehouse.EditionTables;
import org.monthend.warehouse.LoadRunTable;
import org.monthend.warehouse.RevisionQueries;
import org.monthend.warehouse.SourceFiles;
import org.monthend.warehouse.SubmissionTables;
import org.monthend.warehouse.Warehouse;
import org.monthend.warehouse.server.DatabaseAddress;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The product's own run of the month end, put together as its command does it. */
final class MonthEndLoad implements AutoCloseable {

    private final Workload workload;
    private final Warehouse warehouse;
    private final MonthEndRun run;
    private final Catalogue catalogue;

    MonthEndLoad(Workload workload, DatabaseAddress address) throws Exception {
        this.workload = workload;
        this.warehouse = Databases.open(address);
        JdbcTransactionManager transactions = new JdbcTransactionManager(warehouse.connections());
        JdbcJobRepositoryFactoryBean repositories = new JdbcJobRepositoryFactoryBean();
        repositories.setDataSource(warehouse.connections());
        repositories.setTransactionManager(transactions);
        repositories.setTablePrefix("batch.BATCH_");
        repositories.afterPropertiesSet();
        JobRepository repository = repositories.getObject();
        TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
        operator.setJobRepository(repository);
        operator.setJobRegistry(new MapJobRegistry());
        operator.afterPropertiesSet();
        this.run = new MonthEndRun(
                new LoadMonth(repository, operator, new SimpleAsyncTaskExecutor("load-")),
                new CatalogueTables(warehouse.connections(), Clock.systemUTC()),
                new SubmissionTables(warehouse.connections()),
                new SourceFiles(warehouse.connections()),
                new EditionTables(warehouse.connections()),
                new RevisionQueries(warehouse.connections()),
                new LoadRunTable(warehouse.connections(), "bench"),
                new AdvisoryLocks(warehouse.connections(), Clock.systemUTC(), "bench"),
                new Stop(),
                new ReturnsWatch(new DueReturnTable(warehouse.connections()), Clock.systemUTC()));
        this.catalogue = new CatalogueFile(workload.catalogue()).read(ReadLimits.standard());
    }

    MonthEndRun.Outcome load() {
        return run.run(
                new MonthEndRun.Request(
                        catalogue,
                        new ReturnFolder(workload.returns()),
                        List.of(Workload.MONTH),
                        workload.input().resolve("output"),
                        ReadLimits.standard(),
                        new LoadRuns.Asked("bench", "", Optional.empty())),
                (files, months) -> new Silent());
    }

    @Override
    public void close() {
        warehouse.close();
    }

    private static final class Silent implements Progress {

        @Override
        public void submissionDecided(SubmissionResult result) {}

        @Override
        public void monthFinished(ReportingMonth month) {}

        @Override
        public void monthLeft(ReportingMonth month, String why) {}

        @Override
        public void close() {}
    }
}
