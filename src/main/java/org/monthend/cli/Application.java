package org.monthend.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.monthend.job.LoadMonth;
import org.monthend.job.MonthEndRun;
import org.monthend.job.Stop;
import org.monthend.load.CatalogueStore;
import org.monthend.load.KeptFiles;
import org.monthend.load.LoadRuns;
import org.monthend.load.MonthLocks;
import org.monthend.load.SubmissionStore;
import org.monthend.scorecard.EditionStore;
import org.monthend.scorecard.PublicationStore;
import org.monthend.steward.IssueBook;
import org.monthend.steward.Lineage;
import org.monthend.steward.MonthEndBook;
import org.monthend.steward.PublicationProof;
import org.monthend.steward.ScorecardArchive;
import org.monthend.steward.ScorecardPress;
import org.monthend.steward.SubmissionBook;
import org.monthend.warehouse.AdvisoryLocks;
import org.monthend.warehouse.CatalogueTables;
import org.monthend.warehouse.EditionTables;
import org.monthend.warehouse.IssueTables;
import org.monthend.warehouse.LineageQueries;
import org.monthend.warehouse.LoadRunTable;
import org.monthend.warehouse.MonthEndQueries;
import org.monthend.warehouse.PublicationProofQueries;
import org.monthend.warehouse.PublicationTables;
import org.monthend.warehouse.SourceFiles;
import org.monthend.warehouse.SubmissionQueries;
import org.monthend.warehouse.SubmissionTables;
import org.monthend.warehouse.Warehouse;
import org.monthend.warehouse.WarehouseLogin;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.BeansException;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** Puts the parts together: the one place that knows which warehouse stands behind the ports of the stages. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Application {

    /** Starts the application for one command; closing it lets go of the database. */
    static ConfigurableApplicationContext start(Places places) {
        Signals.waitForTheCommand();
        try {
            return new SpringApplicationBuilder(Application.class)
                    .web(WebApplicationType.NONE)
                    // The command closes what it has opened, also when a signal asks it to stop.
                    .registerShutdownHook(false)
                    .properties(places.properties())
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
    MonthEndRun monthEndRun(
            LoadMonth loadMonth,
            CatalogueStore catalogues,
            SubmissionStore submissions,
            KeptFiles kept,
            EditionStore editions,
            LoadRuns runs,
            MonthLocks locks,
            Stop stop) {
        return new MonthEndRun(loadMonth, catalogues, submissions, kept, editions, runs, locks, stop);
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
