package org.monthend.scorecard;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.monthend.catalogue.PageText;

/** Words the notes of the marks that a scorecard shows beside its figures. */
final class Footnotes {

    private static final String PLACE = "footnote";
    private static final String NOT_GIVEN = "This mark's note was not given.";

    private Footnotes() {}

    /** A mark beside a figure of the measure of this name; without a text when its return gives no note. */
    record Marked(String measure, String mark, String text) {}

    /**
     * One text for each mark and note, in the order in which the marks appear. Where figures share a mark but not its
     * note, each note says whose it is. A mark that neither a return nor the page explains says so.
     *
     * @param pageTexts the catalogue's own, whose marks may explain a figure's
     */
    static List<PageText> texts(List<Marked> marked, List<PageText> pageTexts) {
        Map<String, List<Marked>> byMark =
                marked.stream().collect(Collectors.groupingBy(Marked::mark, LinkedHashMap::new, Collectors.toList()));
        return byMark.entrySet().stream()
                .flatMap(same -> texts(same.getKey(), same.getValue(), pageTexts).stream())
                .toList();
    }

    private static List<PageText> texts(String mark, List<Marked> marked, List<PageText> pageTexts) {
        List<Marked> given =
                marked.stream().filter(note -> !note.text().isEmpty()).toList();
        if (given.isEmpty()) {
            boolean explained =
                    pageTexts.stream().anyMatch(text -> plain(text.mark()).equals(plain(mark)));
            return explained ? List.of() : List.of(new PageText(PLACE, mark, NOT_GIVEN));
        }
        boolean oneNote = given.stream().map(Marked::text).distinct().count() == 1;
        return given.stream()
                .map(note -> oneNote ? note.text() : note.measure() + ": " + note.text())
                .distinct()
                .map(text -> new PageText(PLACE, mark, text))
                .toList();
    }

    /** The mark ⁴ is the note 4. */
    private static String plain(String mark) {
        return Normalizer.normalize(mark, Normalizer.Form.NFKC);
    }
}
