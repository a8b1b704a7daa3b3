package org.monthend.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.monthend.job.IntegrityChecks;
import org.monthend.job.LoadMonth;
import org.monthend.job.MonthEndRun;
import org.monthend.job.NightBook;
import org.monthend.job.ReturnsWatch;
import org.monthend.job.Stop;
import org.monthend.load.CatalogueStore;
import org.monthend.load.DueReturns;
import org.monthend.load.KeptFiles;
import org.monthend.load.LoadRuns;
import org.monthend.load.MonthLocks;
import org.monthend.load.RevisionBook;
import org.monthend.load.SubmissionStore;
import org.monthend.scorecard.EditionStore;
import org.monthend.scorecard.PublicationStore;
import org.monthend.scorecard.disclosure.PublicCopyStore;
import org.monthend.steward.IssueBook;
import org.monthend.steward.Lineage;
import org.monthend.steward.MonthEndBook;
import org.monthend.steward.PublicPress;
import org.monthend.steward.PublicationProof;
import org.monthend.steward.Rebases;
import org.monthend.steward.ScorecardArchive;
import org.monthend.steward.ScorecardPress;
import org.monthend.steward.StatusBook;
import org.monthend.steward.SubmissionBook;
import org.monthend.steward.Waivers;
import org.monthend.warehouse.AdvisoryLocks;
import org.monthend.warehouse.CatalogueTables;
import org.monthend.warehouse.DueReturnTable;
import org.monthend.warehouse.EditionTables;
import org.monthend.warehouse.IssueTables;
import org.monthend.warehouse.LineageQueries;
import org.monthend.warehouse.LoadRunTable;
import org.monthend.warehouse.MonthEndQueries;
import org.monthend.warehouse.NightTable;
import org.monthend.warehouse.PublicCopyTables;
import org.monthend.warehouse.PublicationProofQueries;
import org.monthend.warehouse.PublicationTables;
import org.monthend.warehouse.RebaseTable;
import org.monthend.warehouse.RevisionQueries;
import org.monthend.warehouse.SourceFiles;
import org.monthend.warehouse.StatusQueries;
import org.monthend.warehouse.SubmissionQueries;
import org.monthend.warehouse.SubmissionTables;
import org.monthend.warehouse.WaiverTable;
import org.monthend.warehouse.Warehouse;
import org.monthend.warehouse.WarehouseChecks;
import org.monthend.warehouse.WarehouseLogin;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.BeansException;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * Puts the parts together: the one place that knows which warehouse stands behind the ports of the stages. What it takes
 * from Spring Boot is named, so that what else is on the class path, such as the web server of serve, costs a command no
 * time.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    BatchAutoConfiguration.class,
    BatchJdbcAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class
})
class Application {

    /** Starts the application for one command; closing it lets go of the database. */
    static ConfigurableApplicationContext start(Places places) {
        return start(places, new SpringApplicationBuilder(Application.class));
    }

    /** Starts it as a child: when it is closed, what its parent set up stays, such as the log. */
    static ConfigurableApplicationContext start(Places places, ConfigurableApplicationContext parent) {
        return start(
                places,
                new SpringApplicationBuilder(Application.class)
                        .parent(parent)
                        // A start that fails lets go of the log, and the next one sets it up anew: as it was.
                        .profiles(parent.getEnvironment().getActiveProfiles()));
    }

    private static ConfigurableApplicationContext start(Places places, SpringApplicationBuilder builder) {
        Signals.waitForTheCommand();
        try {
            return builder.web(WebApplicationType.NONE)
                    // The command closes what it has opened, also when a signal asks it to stop.
                    .registerShutdownHook(false)
                    .initializers(starting -> starting.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource("command line", places.properties())))
                    .run();
        } catch (RuntimeException e) {
            throw explained(e);
        }
    }

    /** What a bean could not be made for is the failure that matters, not that Spring could not make it. */
    private static RuntimeException explained(RuntimeException failure) {
        Throwable cause = failure;
        while (cause instanceof BeansException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof RuntimeException runtime ? runtime : failure;
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The database of the usual Spring properties, or else the embedded one. */
    @Bean
    Warehouse warehouse(Environment environment) {
        return Optional.ofNullable(environment.getProperty("spring.datasource.url"))
                .map(url -> Warehouse.at(WarehouseLogin.parse(
                        url,
                        Optional.ofNullable(environment.getProperty("spring.datasource.username")),
                        Optional.ofNullable(environment.getProperty("spring.datasource.password")))))
                .orElseGet(() -> Warehouse.embedded(Path.of(environment.getRequiredProperty("monthend.data"))));
    }

    @Bean(destroyMethod = "")
    DataSource dataSource(Warehouse warehouse) {
        return warehouse.connections();
    }

    @Bean
    SubmissionStore submissionStore(DataSource warehouse) {
        return new SubmissionTables(warehouse);
    }

    @Bean
    KeptFiles keptFiles(DataSource warehouse) {
        return new SourceFiles(warehouse);
    }

    @Bean
    MonthLocks monthLocks(DataSource warehouse, Clock clock) {
        return new AdvisoryLocks(
                warehouse,
                clock,
                "process %d on %s".formatted(ProcessHandle.current().pid(), machine()));
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "an unnamed machine";
        }
    }

    @Bean
    CatalogueStore catalogueStore(DataSource warehouse, Clock clock) {
        return new CatalogueTables(warehouse, clock);
    }

    @Bean
    LoadRuns loadRuns(DataSource warehouse) {
        return new LoadRunTable(warehouse, Monthend.Version.number());
    }

    @Bean
    EditionStore editionStore(DataSource warehouse) {
        return new EditionTables(warehouse);
    }

    @Bean
    RevisionBook revisionBook(DataSource warehouse) {
        return new RevisionQueries(warehouse);
    }

    @Bean
    PublicationStore publicationStore(DataSource warehouse, Clock clock) {
        return new PublicationTables(warehouse, clock);
    }

    @Bean
    PublicationProof publicationProof(DataSource warehouse) {
        return new PublicationProofQueries(warehouse);
    }

    @Bean
    ScorecardPress scorecardPress(MonthLocks locks, EditionStore editions, PublicationStore publications) {
        return new ScorecardPress(locks, editions, publications);
    }

    @Bean
    PublicCopyStore publicCopyStore(DataSource warehouse, Clock clock) {
        return new PublicCopyTables(warehouse, clock);
    }

    @Bean
    PublicPress publicPress(MonthLocks locks, EditionStore editions, PublicCopyStore copies, Clock clock) {
        return new PublicPress(locks, editions, copies, clock);
    }

    @Bean
    ScorecardArchive scorecardArchive(EditionStore editions, CatalogueStore catalogues, KeptFiles kept) {
        return new ScorecardArchive(editions, catalogues, kept);
    }

    @Bean
    Lineage lineage(DataSource warehouse) {
        return new LineageQueries(warehouse);
    }

    @Bean
    IssueBook issueBook(DataSource warehouse) {
        return new IssueTables(warehouse);
    }

    @Bean
    SubmissionBook submissionBook(DataSource warehouse) {
        return new SubmissionQueries(warehouse);
    }

    @Bean
    MonthEndBook monthEndBook(DataSource warehouse) {
        return new MonthEndQueries(warehouse);
    }

    @Bean
    DueReturns dueReturns(DataSource warehouse) {
        return new DueReturnTable(warehouse);
    }

    @Bean
    StatusBook statusBook(DataSource warehouse) {
        return new StatusQueries(warehouse);
    }

    @Bean
    Waivers waivers(DataSource warehouse) {
        return new WaiverTable(warehouse);
    }

    @Bean
    Rebases rebases(DataSource warehouse) {
        return new RebaseTable(warehouse);
    }

    @Bean
    ReturnsWatch returnsWatch(DueReturns due, Clock clock) {
        return new ReturnsWatch(due, clock);
    }

    @Bean
    NightBook nightBook(DataSource warehouse) {
        return new NightTable(warehouse);
    }

    @Bean
    IntegrityChecks integrityChecks(DataSource warehouse) {
        return new WarehouseChecks(warehouse);
    }

    @Bean
    MonthEndRun monthEndRun(
            LoadMonth loadMonth,
            CatalogueStore catalogues,
            SubmissionStore submissions,
            KeptFiles kept,
            EditionStore editions,
            RevisionBook revisions,
            LoadRuns runs,
            MonthLocks locks,
            Stop stop,
            ReturnsWatch watch) {
        return new MonthEndRun(loadMonth, catalogues, submissions, kept, editions, revisions, runs, locks, stop, watch);
    }

    @Bean
    Rehearsal rehearsal(DataSource warehouse, Clock clock, MonthLocks locks, Stop stop) {
        return new Rehearsal(warehouse, clock, locks, stop);
    }

    /** The one of this process: a signal asks it. */
    @Bean
    Stop stop() {
        return Signals.STOP;
    }

    @Bean
    LoadMonth loadMonth(JobRepository repository, JobOperator operator) {
        return new LoadMonth(repository, operator, new SimpleAsyncTaskExecutor("load-"));
    }
}
