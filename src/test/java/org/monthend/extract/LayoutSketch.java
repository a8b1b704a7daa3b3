package org.monthend.extract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.LayoutPart;

/** A layout drawn in a test as the catalogue lists it: one line for each part, "part | where | words | unit". */
public final class LayoutSketch {

    private LayoutSketch() {}

    public static Layout layout(String code, String parts) {
        return new Layout(
                code,
                new ReportingMonth(2014, 10),
                Optional.empty(),
                parts.lines().map(LayoutSketch::part).toList());
    }

    private static LayoutPart part(String line) {
        List<String> cells =
                Stream.of((line + "|||").split("\\|", -1)).map(String::strip).toList();
        return new LayoutPart(cells.get(0), cells.get(1), cells.get(2), cells.get(3));
    }
}
