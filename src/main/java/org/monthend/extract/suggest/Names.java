package org.monthend.extract.suggest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.monthend.catalogue.FoldedName;
import org.monthend.extract.FootnoteMark;

/** The names of one kind of the catalogue's records, as returns may call them. */
final class Names {

    private final Map<FoldedName, String> codes = new HashMap<>();

    private Names() {}

    /** @param namings the first gives the code */
    static <T> Names of(List<T> records, List<Function<T, String>> namings) {
        Names names = new Names();
        for (T each : records) {
            for (Function<T, String> naming : namings) {
                names.codes.putIfAbsent(
                        FoldedName.of(naming.apply(each)), namings.get(0).apply(each));
            }
        }
        return names;
    }

    /** The code of what is called so; a footnote's mark or a © behind it is no part of a name. */
    Optional<String> find(String name) {
        String plain = name.replace("©", "").strip();
        return Optional.ofNullable(codes.get(FoldedName.of(plain)))
                .or(() -> FootnoteMark.split(plain, false)
                        .flatMap(split -> Optional.ofNullable(codes.get(FoldedName.of(split.text())))));
    }

    /** What is called nearly so. */
    Optional<Near> nearest(String name) {
        Optional<Near> nearest = Optional.empty();
        for (Map.Entry<FoldedName, String> entry : codes.entrySet()) {
            Optional<Likeness> likeness = Likeness.of(name, entry.getKey().text());
            boolean nearer = likeness.isPresent()
                    && nearest.map(found ->
                                    likeness.get().share() > found.likeness().share()
                                            || likeness.get().share()
                                                            == found.likeness().share()
                                                    && entry.getValue().compareTo(found.code()) < 0)
                            .orElse(true);
            if (nearer) {
                nearest = Optional.of(new Near(entry.getValue(), likeness.orElseThrow()));
            }
        }
        return nearest;
    }

    /** The code of a name that stands within the text as whole words; the longest of them. */
    Optional<String> within(String text) {
        String folded = " " + FoldedName.of(text).text().replaceAll("[^\\p{L}\\p{N}']+", " ") + " ";
        return codes.entrySet().stream()
                .filter(entry -> entry.getKey().text().length() > 3)
                .filter(entry -> folded.contains(" "
                        + entry.getKey()
                                .text()
                                .replaceAll("[^\\p{L}\\p{N}']+", " ")
                                .strip() + " "))
                .max(Map.Entry.<FoldedName, String>comparingByKey(
                        java.util.Comparator.comparingInt(each -> each.text().length())))
                .map(Map.Entry::getValue);
    }

    /** A record that is called nearly so. */
    record Near(String code, Likeness likeness) {}
}
