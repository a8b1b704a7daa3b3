package org.monthend.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.monthend.catalogue.Catalogue;
import org.monthend.extract.format.ReadLimits;
import org.monthend.load.CatalogueFile;
import org.monthend.warehouse.CatalogueTables;
import org.monthend.warehouse.Warehouse;
import org.monthend.warehouse.server.DatabaseAddress;

/** A million staged rows into the fact: its keys held for the statement as a whole, beside ordinary foreign keys. */
final class KeysBenchmark {

    private static final int ROUNDS = Integer.getInteger("rounds", 3);

    private static final String STAGE = """
            insert into etl.load_run (requested_by, application_version) values ('bench', '1');
            insert into etl.source_file (sha256, file_name, byte_size) values (repeat('a', 64), 'bench.xlsx', 1);
            insert into etl.return_submission (load_run_id, source_file_id, return_code, month_key, mapping_version,
                attempt_no, verdict, rows_read, rows_loaded, file_name)
            values (1, 1, 'FIGURES', 201512, '1', 1, 'loaded', 1000000, 1000000, 'figures.xlsx');
            create unlogged table staged as
            select month_key, organisation_key, organisation_id, measure_key, measure_id, measure_id % 97 as figure
            from (select month_key from dw.dim_month where month_key between 201405 and 201512) as month
            cross join (select * from dw.dim_organisation where organisation_level = 'team') as organisation
            cross join dw.dim_measure;
            """;

    private static final String PUBLISH = """
            insert into dw.fact_measure_value (month_key, organisation_key, organisation_id, measure_key, measure_id,
                revision_no, figure, value_status, submission_id, source_sheet, value_cell)
            select month_key, organisation_key, organisation_id, measure_key, measure_id, 0, figure, 'reported', 1,
                'Return', 'F14'
            from staged
            """;

    private static final String ENFORCE = """
            drop trigger holds_its_keys on dw.fact_measure_value;
            do $$
            declare
                held record;
            begin
                for held in
                    select conname from pg_constraint
                    where conrelid = 'dw.fact_measure_value'::regclass and contype = 'f' and not conenforced
                loop
                    execute format('alter table dw.fact_measure_value alter constraint %I enforced', held.conname);
                end loop;
            end $$
            """;

    private static final String FORGET = """
            drop trigger holds_its_keys on dw.fact_measure_value
            """;

    private KeysBenchmark() {}

    static void run(Path folder) throws Exception {
        Catalogue catalogue =
                new CatalogueFile(Workload.largeWorkbook(folder, 10_000).catalogue()).read(ReadLimits.standard());
        List<Cost> declared = new ArrayList<>();
        List<Cost> ordinary = new ArrayList<>();
        List<Cost> none = new ArrayList<>();
        try (Databases databases = new Databases(folder)) {
            for (int round = 0; round < ROUNDS; round++) {
                declared.add(publish(databases, catalogue, "select 1"));
                ordinary.add(publish(databases, catalogue, ENFORCE));
                none.add(publish(databases, catalogue, FORGET));
            }
        }
        System.out.printf("%nA million rows from staging into dw.fact_measure_value; medians of %d%n", ROUNDS);
        System.out.printf("no keys held                     %s%n", Cost.median(none));
        System.out.printf("as declared, held as a statement %s%n", Cost.median(declared));
        System.out.printf("ordinary foreign keys            %s%n", Cost.median(ordinary));
    }

    private static Cost publish(Databases databases, Catalogue catalogue, String keys) throws Exception {
        DatabaseAddress address = databases.fresh();
        try (Warehouse warehouse = Databases.open(address)) {
            new CatalogueTables(warehouse.connections(), Clock.systemUTC()).save(catalogue);
        }
        Databases.execute(address, STAGE);
        Databases.execute(address, keys);
        return Cost.of(databases.server(), () -> Databases.execute(address, PUBLISH));
    }
}
