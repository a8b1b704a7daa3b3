package org.monthend.publish;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.monthend.catalogue.Category;
import org.monthend.scorecard.CategoryFigure;

/**
 * The categories of one scheme with their shares or numbers, in the catalogue's order.
 *
 * @param scheme code of the scheme
 * @param bar one svg element: the categories as parts of a whole
 */
record Distribution(String scheme, String name, List<CategoryFigure> figures, String bar) {

    /** Parts that together are the whole: as wide as their share. */
    static List<Distribution> of(List<CategoryFigure> figures) {
        Map<String, List<CategoryFigure>> schemes = figures.stream()
                .sorted(Comparator.comparingInt(figure -> figure.category().position()))
                .collect(Collectors.groupingBy(
                        figure -> figure.category().scheme(), LinkedHashMap::new, Collectors.toList()));
        return schemes.entrySet().stream()
                .map(scheme -> {
                    Category any = scheme.getValue().get(0).category();
                    return new Distribution(
                            scheme.getKey(), any.schemeName(), scheme.getValue(), bar(scheme.getValue()));
                })
                .toList();
    }

    /** Nothing where a part is not told: the others are not the whole. */
    private static String bar(List<CategoryFigure> figures) {
        boolean allTold = figures.stream()
                .allMatch(figure -> PrintedNumber.of(figure.printed()).isPresent());
        return allTold ? Bar.stacked(figures) : "";
    }
}
