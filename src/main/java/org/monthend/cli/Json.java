package org.monthend.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes JSON: objects of texts and numbers. */
final class Json {

    private Json() {}

    /** An array with one object a line; ends in a line break. */
    static String array(List<Map<String, Object>> objects) {
        return objects.isEmpty()
                ? "[]\n"
                : objects.stream().map(Json::object).collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
    }

    private static String object(Map<String, Object> members) {
        return members.entrySet().stream()
                .map(member -> text(member.getKey()) + ": " + value(member.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String value(Object value) {
        return value instanceof Number ? value.toString() : text(value.toString());
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
