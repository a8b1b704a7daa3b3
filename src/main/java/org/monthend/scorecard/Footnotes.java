package org.monthend.scorecard;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.PageText;

/** Gathers the notes of the marks that a scorecard shows beside its figures. */
final class Footnotes {

    private static final String PLACE = "footnote";
    private static final String NOT_GIVEN = "This mark's note was not given.";

    private final Map<String, Set<Note>> notesByMark = new LinkedHashMap<>();

    private record Note(String measure, String text) {}

    /** Takes up the mark of a figure that is shown. */
    void add(Measure measure, MonthFigure shown) {
        if (!shown.footnoteMark().isEmpty()) {
            notesByMark
                    .computeIfAbsent(shown.footnoteMark(), mark -> new LinkedHashSet<>())
                    .add(new Note(measure.name(), shown.footnoteText()));
        }
    }

    /**
     * One text for each mark and note, in the order in which the marks appear. Where figures share a mark but not its
     * note, each note says whose it is. A mark that neither a return nor the page explains says so.
     *
     * @param pageTexts the catalogue's own, whose marks may explain a figure's
     */
    List<PageText> texts(List<PageText> pageTexts) {
        return notesByMark.entrySet().stream()
                .flatMap(marked -> texts(marked.getKey(), marked.getValue(), pageTexts).stream())
                .toList();
    }

    private static List<PageText> texts(String mark, Set<Note> notes, List<PageText> pageTexts) {
        List<Note> given = notes.stream().filter(note -> !note.text().isEmpty()).toList();
        if (given.isEmpty()) {
            boolean explained =
                    pageTexts.stream().anyMatch(text -> plain(text.mark()).equals(plain(mark)));
            return explained ? List.of() : List.of(new PageText(PLACE, mark, NOT_GIVEN));
        }
        boolean shared = given.stream().map(Note::text).distinct().count() > 1;
        return given.stream()
                .map(note -> shared ? note.measure() + ": " + note.text() : note.text())
                .distinct()
                .map(text -> new PageText(PLACE, mark, text))
                .toList();
    }

    /** The mark ⁴ is the note 4. */
    private static String plain(String mark) {
        return Normalizer.normalize(mark, Normalizer.Form.NFKC);
    }
}
