package org.monthend.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes JSON: objects and arrays of texts, numbers, yes and no. */
final class Json {

    private Json() {}

    /** An array with one object a line; ends in a line break. */
    static String array(List<Map<String, Object>> objects) {
        return objects.isEmpty()
                ? "[]\n"
                : objects.stream().map(Json::object).collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
    }

    /** One object on a line of its own. */
    static String document(Map<String, Object> members) {
        return object(members) + "\n";
    }

    private static String object(Map<?, ?> members) {
        return members.entrySet().stream()
                .map(member -> text(String.valueOf(member.getKey())) + ": " + value(member.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String value(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof Map<?, ?> members) {
            return object(members);
        }
        if (value instanceof List<?> items) {
            return items.stream().map(Json::value).collect(Collectors.joining(", ", "[", "]"));
        }
        return text(value.toString());
    }

    private static String text(String words) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int index = 0; index < words.length(); index++) {
            char character = words.charAt(index);
            switch (character) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default -> {
                    if (character < ' ') {
                        quoted.append(String.format("\\u%04x", (int) character));
                    } else {
                        quoted.append(character);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
