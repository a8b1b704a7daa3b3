package org.monthend.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.LayoutPart;
import org.monthend.validate.CatalogueSheet.Period;
import org.monthend.validate.CatalogueSheet.Row;

/**
 * The catalogue's Layouts sheet, one row for each part of a layout. What a layout says and nobody would read is a fault:
 * a figure would be missed in silence.
 */
final class LayoutRows {

    private final CatalogueSheet sheet;
    private final LayoutCheck.Names names;

    LayoutRows(CatalogueSheet sheet, CatalogueSheet measures, CatalogueSheet organisations, CatalogueSheet categories) {
        this.sheet = sheet;
        this.names = new LayoutCheck.Names(measures, organisations, categories);
    }

    List<Layout> layouts() {
        Map<Key, List<Part>> layouts = new LinkedHashMap<>();
        sheet.records(row -> {
            LayoutPart part = new LayoutPart(
                    FoldedName.of(row.required("Part")).text(),
                    FoldedName.of(row.text("Where")).text(),
                    row.required("Words"),
                    FoldedName.of(row.text("Unit")).text());
            Key key = new Key(row.required("Layout"), row.period());
            if (!key.code().isEmpty()) {
                layouts.computeIfAbsent(key, each -> new ArrayList<>()).add(new Part(row, part));
            }
            return part;
        });
        layouts.forEach((key, parts) -> new LayoutCheck(parts, names).check());
        checkPeriods(layouts);
        return layouts.entrySet().stream()
                .map(entry -> new Layout(
                        entry.getKey().code(),
                        entry.getKey().period().from(),
                        entry.getKey().period().to(),
                        entry.getValue().stream().map(Part::part).toList()))
                .toList();
    }

    private static void checkPeriods(Map<Key, List<Part>> layouts) {
        List<Key> keys = List.copyOf(layouts.keySet());
        for (int later = 1; later < keys.size(); later++) {
            Key key = keys.get(later);
            Row row = layouts.getOrDefault(key, List.of()).get(0).row();
            keys.subList(0, later).stream()
                    .filter(earlier -> earlier.code().equals(key.code())
                            && earlier.period().overlaps(key.period()))
                    .findFirst()
                    .ifPresent(earlier -> row.fault(
                            "From",
                            "of " + key.code() + " lies in the time of the layout in row "
                                    + layouts.getOrDefault(earlier, List.of())
                                            .get(0)
                                            .row()
                                            .number(),
                            "Give all rows of a layout the same months, and end the earlier layout the month before."));
        }
    }

    /** Rows of the same code and months are one layout. */
    private record Key(String code, Period period) {}

    record Part(Row row, LayoutPart part) {}
}
