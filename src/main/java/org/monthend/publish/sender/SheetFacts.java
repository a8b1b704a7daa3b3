package org.monthend.publish.sender;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What has to be known of a sheet before it is copied.
 *
 * @param isSelected whether its tab is
 * @param drawing the relationship of the drawing that holds its comments; empty without one
 * @param merged the rectangles of merged cells
 */
record SheetFacts(boolean isSelected, Optional<String> drawing, List<Merged> merged) {

    /** Cells shown as one; only the first can be seen. */
    record Merged(CellPlace first, CellPlace last) {

        boolean holds(CellPlace place) {
            return place.row() >= first.row()
                    && place.row() <= last.row()
                    && place.column() >= first.column()
                    && place.column() <= last.column();
        }
    }

    /** @param whole false to look above the cells only */
    static SheetFacts of(Markup in, boolean whole) throws IOException {
        boolean selected = false;
        Optional<String> drawing = Optional.empty();
        List<Merged> merged = new ArrayList<>();
        while (in.next()) {
            if (in.depth() == 1 && in.opens("sheetData") && !whole) {
                break;
            }
            if (in.depth() == 2 && in.opens("sheetView")) {
                selected |= in.isSet("tabSelected");
            } else if (in.depth() == 2 && in.opens("mergeCell")) {
                in.attribute("ref").flatMap(SheetFacts::merged).ifPresent(merged::add);
            } else if (in.depth() == 1 && in.opens("legacyDrawing")) {
                drawing = in.anyPrefixed("id");
            }
        }
        return new SheetFacts(selected, drawing, merged);
    }

    private static Optional<Merged> merged(String range) {
        int colon = range.indexOf(':');
        return CellPlace.of(range)
                .flatMap(first -> CellPlace.of(range.substring(colon + 1)).map(last -> new Merged(first, last)));
    }

    /** The cell that is seen in the place of the one given. */
    CellPlace shown(CellPlace place) {
        return merged.stream()
                .filter(range -> range.holds(place))
                .map(Merged::first)
                .findFirst()
                .orElse(place);
    }
}
