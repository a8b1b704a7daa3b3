package org.monthend.scorecard.disclosure;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers that a text names, in digits or in words. A text that names a small one is taken to tell of so many people,
 * unless it is the day of a date: "4th Feb" tells of nobody.
 */
final class NamedNumbers {

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("once", 1),
            Map.entry("single", 1),
            Map.entry("sole", 1),
            Map.entry("first", 1),
            Map.entry("two", 2),
            Map.entry("twice", 2),
            Map.entry("both", 2),
            Map.entry("pair", 2),
            Map.entry("couple", 2),
            Map.entry("twin", 2),
            Map.entry("twins", 2),
            Map.entry("second", 2),
            Map.entry("three", 3),
            Map.entry("thrice", 3),
            Map.entry("triplets", 3),
            Map.entry("third", 3),
            Map.entry("four", 4),
            Map.entry("fourth", 4),
            Map.entry("five", 5),
            Map.entry("fifth", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12));

    private static final Pattern NUMBER = Pattern.compile(
            "(?<date>\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?-i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?"
                    + "|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b)"
                    + "|(?<quarter>\\b(?:Qtr|Quarter|Q) ?[1-4]\\b)"
                    + "|(?<digits>\\d+(?:[.,]\\d+)*)"
                    + "|(?<tens>\\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ]\\p{L}+)"
                    + "|(?<word>\\p{L}+)",
            Pattern.CASE_INSENSITIVE);

    private NamedNumbers() {}

    /** All of them, in the order of the text, without the days of dates; those in words up to twelve. */
    static List<BigDecimal> in(String text) {
        List<BigDecimal> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
        while (matcher.find()) {
            Optional.ofNullable(matcher.group("digits"))
                    .map(NamedNumbers::number)
                    .or(() -> Optional.ofNullable(matcher.group("word"))
                            .flatMap(word -> Optional.ofNullable(WORDS.get(word.toLowerCase(Locale.ROOT))))
                            .map(BigDecimal::valueOf))
                    .ifPresent(numbers::add);
        }
        return numbers;
    }

    /** The small ones among them. */
    static List<BigDecimal> small(String text) {
        return in(text).stream().filter(SmallCount::is).toList();
    }

    /** 1,234 and 1.5; what is neither is read without its stops, and the largest there is where it is too long. */
    private static BigDecimal number(String digits) {
        String plain = digits.matches("\\d{1,3}(,\\d{3})+(\\.\\d+)?") ? digits.replace(",", "") : digits;
        return plain.matches("\\d+(\\.\\d+)?")
                ? new BigDecimal(plain)
                : new BigDecimal(digits.replaceFirst("[.,].*", ""));
    }
}
