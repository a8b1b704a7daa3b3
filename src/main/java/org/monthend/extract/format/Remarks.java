package org.monthend.extract.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a reader noticed so far, each kind once for each sheet, so that a hostile file cannot fill the memory with it. */
final class Remarks {

    private record About(Remark.Kind kind, String sheet) {}

    private final Map<About, Remark> remarks = new LinkedHashMap<>();

    void add(Remark.Kind kind, String sentence) {
        add(kind, "", sentence);
    }

    /** Only the first of a kind about a sheet is kept. */
    void add(Remark.Kind kind, String sheet, String sentence) {
        remarks.putIfAbsent(new About(kind, sheet), new Remark(kind, sheet, sentence));
    }

    List<Remark> list() {
        return List.copyOf(new ArrayList<>(remarks.values()));
    }
}
