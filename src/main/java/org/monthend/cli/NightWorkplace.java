package org.monthend.cli;

import org.monthend.extract.format.ReadLimits;
import org.monthend.job.IntegrityChecks;
import org.monthend.job.MonthEndOfNight;
import org.monthend.job.MonthEndRun;
import org.monthend.job.NightBook;
import org.monthend.job.NightsWork;
import org.monthend.job.Workplace;
import org.monthend.load.CatalogueStore;
import org.monthend.load.KeptFiles;
import org.monthend.load.WarehouseUnavailable;
import org.monthend.warehouse.MigrationFailed;
import org.monthend.warehouse.server.ServerUnavailable;
import org.springframework.context.ConfigurableApplicationContext;

/** The warehouse that serve opens for its nights, and opens anew whenever it has been away. */
record NightWorkplace(ConfigurableApplicationContext application, NightBook book, NightsWork work)
        implements Workplace {

    static Workplace open(Places places, ConfigurableApplicationContext parent, ReadLimits limits) {
        try {
            ConfigurableApplicationContext application = Application.start(places, parent);
            return new NightWorkplace(
                    application,
                    application.getBean(NightBook.class),
                    new MonthEndOfNight(
                            places.input(),
                            places.output(),
                            limits,
                            application.getBean(MonthEndRun.class),
                            application.getBean(CatalogueStore.class),
                            application.getBean(KeptFiles.class),
                            application.getBean(IntegrityChecks.class)));
        } catch (ServerUnavailable | MigrationFailed e) {
            throw new WarehouseUnavailable(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        application.close();
    }
}
