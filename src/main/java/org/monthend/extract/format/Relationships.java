package org.monthend.extract.format;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one part of a package says about which other parts belong to it. */
final class Relationships {

    /**
     * One relationship.
     *
     * @param type last word of its type, such as worksheet; Strict Open XML differs only in the words before it
     * @param target name of the part it leads to; not a part when it is external
     */
    record Relationship(String id, String type, String target, boolean external) {}

    private final List<Relationship> all;
    private final Map<String, Relationship> byId = new HashMap<>();

    private Relationships(List<Relationship> all) {
        this.all = all;
        all.forEach(one -> byId.putIfAbsent(one.id(), one));
    }

    /** The relationships of a part, or of the package for the empty name; none when there is no part for them. */
    static Relationships of(String part, ZipParts parts, ReadLimits limits) throws IOException {
        int folderEnd = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, folderEnd);
        String name = folder + "_rels/" + part.substring(folderEnd) + ".rels";
        List<Relationship> all = new ArrayList<>();
        if (!parts.has(name)) {
            return new Relationships(all);
        }
        String subject = "The part '" + Excerpt.of(name) + "'";
        try (XmlPart xml = new XmlPart(parts.readSupport(name), subject)) {
            while (xml.nextStart()) {
                if (xml.isAt("Relationship")) {
                    all.add(relationship(xml, folder));
                    if (all.size() > limits.parts()) {
                        throw Refusals.tooManyParts(subject, limits);
                    }
                }
            }
            xml.drain();
        }
        return new Relationships(all);
    }

    private static Relationship relationship(XmlPart xml, String folder) {
        String type = xml.attribute("Type").orElse("");
        boolean external =
                xml.attribute("TargetMode").filter("External"::equals).isPresent();
        String target = xml.attribute("Target").orElse("");
        return new Relationship(
                xml.attribute("Id").orElse(""),
                type.substring(type.lastIndexOf('/') + 1),
                external ? target : resolve(folder, target),
                external);
    }

    /** The name of a part that another part in a folder points to. */
    static String resolve(String folder, String target) {
        String path = target.replace('\\', '/');
        int fragment = path.indexOf('#');
        path = fragment < 0 ? path : path.substring(0, fragment);
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (path.startsWith("/") ? path : folder + path).split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        String name = String.join("/", steps);
        return name.matches("(?:[^%]|%[0-9A-Fa-f]{2})*")
                ? URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8)
                : name;
    }

    Optional<Relationship> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The first part of a type inside the package. */
    Optional<Relationship> byType(String type) {
        return all.stream()
                .filter(one -> one.type().equals(type) && !one.external())
                .findFirst();
    }

    private boolean hasType(String type) {
        return all.stream().anyMatch(one -> one.type().equals(type));
    }

    /** Remarks on what a workbook's relationships give away: macros, and links to other workbooks. */
    void remark(Remarks remarks) {
        if (hasType("vbaProject") || hasType("xlMacrosheet") || hasType("xlIntlMacrosheet")) {
            remarks.add(Remark.Kind.MACROS, Remark.MACROS_NOT_RUN);
        }
        if (hasType("externalLink")) {
            remarks.add(Remark.Kind.EXTERNAL_LINKS, Remark.LINKS_NOT_FOLLOWED);
        }
    }
}
