package org.monthend.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.FileToJudge;
import org.monthend.load.FilesToJudge;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Divides the month's files that are to be judged into groups, each the work of one thread or one machine. The files of one return
 * are in one group, in the order in which they came.
 */
final class GroupsOfReturns implements Partitioner {

    /** Where a group's step finds the lines of its files, divided by what no file name holds. */
    static final String FILES = "files";

    static final String SEPARATOR = "/";

    private final ReportingMonth month;
    private final FilesToJudge files;

    GroupsOfReturns(ReportingMonth month, FilesToJudge files) {
        this.month = month;
        this.files = files;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        List<List<FileToJudge>> returns = returns();
        Map<String, ExecutionContext> groups = new LinkedHashMap<>();
        for (int group = 0; group < Math.min(gridSize, returns.size()); group++) {
            int first = group;
            ExecutionContext context = new ExecutionContext();
            context.putString(
                    FILES,
                    IntStream.range(0, returns.size())
                            .filter(index -> index % gridSize == first)
                            .mapToObj(returns::get)
                            .flatMap(List::stream)
                            .map(FileToJudge::line)
                            .collect(Collectors.joining(SEPARATOR)));
            groups.put("group-" + (group + 1), context);
        }
        return groups;
    }

    private List<List<FileToJudge>> returns() {
        Map<String, List<FileToJudge>> byReturn = files.of(month).stream()
                .collect(Collectors.groupingBy(FileToJudge::returnCode, LinkedHashMap::new, Collectors.toList()));
        return List.copyOf(byReturn.values());
    }
}
