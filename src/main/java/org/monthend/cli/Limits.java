package org.monthend.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.monthend.extract.format.ReadLimits;
import picocli.CommandLine.Option;

/** How much a file may ask of its reader, where the steward moves a limit. */
final class Limits {

    @Option(
            names = "--limit",
            paramLabel = "NAME=NUMBER",
            description = {
                "Move a limit of reading, such as --limit seconds=60. The names: file-mb, parts, part-mb, package-mb, "
                        + "support-mb, ratio, cell-characters, unbroken-mb, shared-strings-mb, rows, columns, merged-ranges, seconds."
            })
    private final Map<String, Integer> moved = new LinkedHashMap<>();

    /** The standard limits, with those that were moved. */
    ReadLimits read() {
        ReadLimits limits = ReadLimits.standard();
        for (Map.Entry<String, Integer> each : moved.entrySet()) {
            try {
                limits = limits.with(each.getKey(), each.getValue());
            } catch (IllegalArgumentException e) {
                throw new Misused(String.valueOf(e.getMessage()));
            }
        }
        return limits;
    }
}
