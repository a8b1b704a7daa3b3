package org.monthend.publish.sender;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The relationships of one part of a workbook to others. */
final class Relations {

    static final String NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String NONE = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>""";

    /** @param kind the last word of the type, such as worksheet */
    record Relation(String id, String kind, String target) {}

    private final WorkbookParts parts;
    private final String source;
    private final List<Relation> all = new ArrayList<>();

    private Relations(WorkbookParts parts, String source) {
        this.parts = parts;
        this.source = source;
    }

    /** @param source the part, or the empty text for the package itself */
    static Relations of(WorkbookParts parts, String source) throws IOException {
        Relations relations = new Relations(parts, source);
        if (parts.has(relations.part())) {
            Markup in = parts.markup(relations.part());
            while (in.next()) {
                if (in.opens("Relationship")
                        && !in.attribute("TargetMode").orElse("").equals("External")) {
                    String type = in.attribute("Type").orElse("");
                    relations.all.add(new Relation(
                            in.attribute("Id").orElse(""),
                            type.substring(type.lastIndexOf('/') + 1),
                            relations.resolved(in.attribute("Target").orElse(""))));
                }
            }
        }
        return relations;
    }

    private String part() {
        return partOf(source);
    }

    /** The part that lists the relationships of another. */
    static String partOf(String source) {
        int slash = source.lastIndexOf('/') + 1;
        return source.substring(0, slash) + "_rels/" + source.substring(slash) + ".rels";
    }

    private String resolved(String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        List<String> path = new ArrayList<>(List.of(source.split("/")));
        path.remove(path.size() - 1);
        for (String step : target.split("/")) {
            if (step.equals("..") && !path.isEmpty()) {
                path.remove(path.size() - 1);
            } else if (!step.equals(".") && !step.equals("..")) {
                path.add(step);
            }
        }
        return String.join("/", path);
    }

    Optional<String> target(String id) {
        return all.stream()
                .filter(relation -> relation.id().equals(id))
                .map(Relation::target)
                .findFirst();
    }

    /** The kind of a relationship; empty for an unknown one. */
    String kind(String id) {
        return all.stream()
                .filter(relation -> relation.id().equals(id))
                .map(Relation::kind)
                .findFirst()
                .orElse("");
    }

    Optional<Relation> ofKind(String kind) {
        return all.stream().filter(relation -> relation.kind().equals(kind)).findFirst();
    }

    /** Adds a relationship to a part and gives its id. */
    String add(String kind, String target) throws IOException {
        int number = 1;
        while (target("rIdMonthend" + number).isPresent()) {
            number++;
        }
        String id = "rIdMonthend" + number;
        all.add(new Relation(id, kind, target));
        edit((in, out) -> {
            if (in.depth() == 0 && in.kind() == Markup.Kind.END) {
                out.append("<%sRelationship Id=\"%s\" Type=\"%s/%s\" Target=\"/%s\"/>"
                        .formatted(in.prefix(), id, NAMESPACE, kind, target));
            }
            out.append(in.raw());
        });
        return id;
    }

    void remove(String id) throws IOException {
        all.removeIf(relation -> relation.id().equals(id));
        edit((in, out) -> {
            if (!(in.opens("Relationship") && in.attribute("Id").orElse("").equals(id))) {
                out.append(in.raw());
            }
        });
    }

    private interface Piece {
        void copy(Markup in, StringBuilder out);
    }

    private void edit(Piece piece) throws IOException {
        String before = parts.has(part()) ? openRoot(parts.text(part())) : NONE;
        StringBuilder after = new StringBuilder();
        Markup in = parts.markupOf(before, part());
        while (in.next()) {
            piece.copy(in, after);
        }
        parts.put(part(), after.toString());
    }

    /** A list that is empty, {@code <Relationships …/>}, with a start and an end. */
    private String openRoot(String text) throws IOException {
        Markup in = parts.markupOf(text, part());
        StringBuilder opened = new StringBuilder();
        while (in.next()) {
            boolean emptyRoot = in.depth() == 0 && in.kind() == Markup.Kind.EMPTY;
            opened.append(emptyRoot ? Markup.opened(in.raw()) + "</" + in.name() + ">" : in.raw());
        }
        return opened.toString();
    }
}
