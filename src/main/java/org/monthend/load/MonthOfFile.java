package org.monthend.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.validate.MonthsInName;

/** The month that a file is judged for: that of its folder, or else the one that its name holds. */
public final class MonthOfFile {

    private MonthOfFile() {}

    /** Empty when the file stands in no folder of a month and its name speaks of no month, or of several. */
    public static Optional<ReportingMonth> of(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder != null && folder.getFileName() != null) {
            Optional<ReportingMonth> named =
                    ReturnFolder.monthOf(folder.getFileName().toString());
            if (named.isPresent()) {
                return named;
            }
        }
        List<ReportingMonth> months = MonthsInName.of(file.getFileName().toString()).stream()
                .distinct()
                .toList();
        return months.size() == 1 ? Optional.of(months.get(0)) : Optional.empty();
    }
}
