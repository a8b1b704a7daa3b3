package org.monthend.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.ReturnFile;
import org.monthend.load.ReturnFolder;
import org.monthend.load.SubmissionLoader;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Divides the month's undecided files into groups, each the work of one thread or one machine. */
final class GroupsOfReturns implements Partitioner {

    /** Where a group's step finds the names of its files, divided by what no file name holds. */
    static final String FILES = "files";

    static final String SEPARATOR = "/";

    private final ReportingMonth month;
    private final ReturnFolder folder;
    private final SubmissionLoader loader;

    GroupsOfReturns(ReportingMonth month, ReturnFolder folder, SubmissionLoader loader) {
        this.month = month;
        this.folder = folder;
        this.loader = loader;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        List<String> files = folder.files(month).stream()
                .filter(file -> !loader.isDecided(file))
                .map(ReturnFile::name)
                .toList();
        Map<String, ExecutionContext> groups = new LinkedHashMap<>();
        for (int group = 0; group < Math.min(gridSize, files.size()); group++) {
            int first = group;
            ExecutionContext context = new ExecutionContext();
            context.putString(
                    FILES,
                    IntStream.range(0, files.size())
                            .filter(index -> index % gridSize == first)
                            .mapToObj(files::get)
                            .collect(Collectors.joining(SEPARATOR)));
            groups.put("group-" + (group + 1), context);
        }
        return groups;
    }
}
