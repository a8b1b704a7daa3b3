package org.monthend.extract.format;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What kind of content each part of a package declares. */
final class ContentTypes {

    static final String PART = "[Content_Types].xml";

    private final Map<String, String> ofParts = new HashMap<>();
    private final Map<String, String> ofEndings = new HashMap<>();

    static ContentTypes of(ZipParts parts, ReadLimits limits) throws IOException {
        ContentTypes types = new ContentTypes();
        String subject = "The list of the file's contents";
        try (XmlPart xml = new XmlPart(parts.readSupport(PART), subject)) {
            while (xml.nextStart()) {
                String type = xml.attribute("ContentType").orElse("");
                if (xml.isAt("Override")) {
                    types.ofParts.put(key(xml.attribute("PartName").orElse("")), type);
                } else if (xml.isAt("Default")) {
                    types.ofEndings.put(xml.attribute("Extension").orElse("").toLowerCase(Locale.ROOT), type);
                }
                if (types.ofParts.size() + types.ofEndings.size() > 2 * limits.parts()) {
                    throw Refusals.tooManyParts(subject, limits);
                }
            }
            xml.drain();
        }
        return types;
    }

    /** The content type of a part, empty when none is declared. */
    String of(String part) {
        String ending = part.substring(part.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ofParts.getOrDefault(key(part), ofEndings.getOrDefault(ending, ""));
    }

    private static String key(String part) {
        return (part.startsWith("/") ? part.substring(1) : part).toLowerCase(Locale.ROOT);
    }
}
