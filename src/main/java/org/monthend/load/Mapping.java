package org.monthend.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Layout;

/**
 * How the files of a return are read in a month: of the return only what decides it, not its owner nor when it is due.
 *
 * @param layouts the layouts of its tables that hold in the month
 * @param nameSays what the file's name has to do with the verdict: a file that was refused for its name and is renamed
 *     must be judged again
 */
record Mapping(String organisationCode, List<List<String>> tables, List<Layout> layouts, String nameSays) {

    static final int DIGITS = 16;

    /**
     * Digest of the mapping and of all in the catalogue that decides how a file is read and judged: a change to anything
     * else (a target, a definition, a place on the page) is no reason to read it again.
     */
    String version(Catalogue catalogue) {
        StringBuilder said = new StringBuilder();
        say(said, organisationCode, tables, layouts.size(), nameSays);
        layouts.forEach(layout -> {
            say(said, layout.code(), layout.parts().size());
            layout.parts().forEach(part -> say(said, part.part(), part.where(), part.words(), part.unit()));
        });
        catalogue
                .measures()
                .forEach(measure -> say(
                        said,
                        measure.code(),
                        measure.name(),
                        measure.printedName(),
                        measure.unit(),
                        measure.frequency(),
                        measure.aggregation(),
                        measure.denominator().isEmpty()));
        catalogue.organisations().forEach(organisation -> say(said, organisation.code(), organisation.name()));
        catalogue.financeLines().forEach(line -> say(said, line.code(), line.name(), line.kind()));
        catalogue.projects().forEach(project -> say(said, project.code(), project.name()));
        catalogue.categories().forEach(category -> say(said, category.scheme(), category.code(), category.name()));
        catalogue.rules().forEach(rule -> say(said, rule.rule(), rule.severity(), rule.tolerance()));
        return ReturnFolder.sha256(said.toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, DIGITS);
    }

    private static void say(StringBuilder said, Object... words) {
        for (Object word : words) {
            said.append(word).append('\u0000');
        }
        said.append('\n');
    }
}
