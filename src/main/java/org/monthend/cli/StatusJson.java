package org.monthend.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.monthend.calendar.ReportingMonth;
import org.monthend.steward.FileRemark;
import org.monthend.steward.MonthStatus;
import org.monthend.steward.NextSteps;
import org.monthend.steward.ReturnStatus;
import org.monthend.steward.StatusBook.EditionState;
import org.springframework.boot.json.JsonWriter;

/** How months stand, as a program reads it; a member that has nothing to say is left out. docs/status.md has them all. */
final class StatusJson {

    private static final JsonWriter<Map<String, Object>> WRITER = JsonWriter.standard();

    private StatusJson() {}

    /** An array with one month a line; ends in a line break. */
    static String of(List<MonthStatus> months) {
        return months.stream()
                .map(month -> WRITER.writeToString(month(month)))
                .collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
    }

    private static Map<String, Object> month(MonthStatus status) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("month", status.month().toString());
        json.put("as_on", status.asOn().toString());
        json.put("owed", status.owed());
        json.put("received", status.received());
        json.put("returns", status.returns().stream().map(StatusJson::owed).toList());
        json.put("files", status.files().stream().map(StatusJson::file).toList());
        json.put("editions", status.editions().stream().map(StatusJson::edition).toList());
        status.staleSince().ifPresent(since -> json.put("stale_since", since.toString()));
        status.holder().ifPresent(holder -> json.put("held_by", holder));
        status.lastRun().ifPresent(run -> {
            Map<String, Object> last = new LinkedHashMap<>();
            last.put("run", run.number());
            last.put("requested_by", run.requestedBy());
            last.put("started_at", run.started().toString());
            run.ended().ifPresent(ended -> last.put("ended_at", ended.toString()));
            last.put("status", run.status());
            json.put("last_run", last);
        });
        json.put("next", NextSteps.of(status));
        return json;
    }

    private static Map<String, Object> owed(ReturnStatus status) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("return", status.owed().code());
        json.put("name", status.owed().name());
        json.put("standing", status.standing().word());
        status.due().ifPresent(due -> json.put("due", due.toString()));
        json.put("timeliness", status.timeliness().kind().name().toLowerCase(Locale.ROOT));
        if (status.timeliness().atLeast() > 0) {
            json.put("working_days_late", status.timeliness().atLeast());
        }
        status.attempt().ifPresent(attempt -> {
            json.put("submission", attempt.submission());
            json.put("attempt", attempt.number());
            json.put("attempts", status.attempts());
            json.put("file", attempt.file());
            json.put("sha256", attempt.sha256());
            json.put("received_at", time(attempt.received()));
            json.put("rows_read", attempt.rowsRead());
            json.put("rows_rejected", attempt.rowsRejected());
            json.put("open_queries", attempt.openQueries());
            if (!attempt.reasonCode().isEmpty()) {
                json.put("reason", attempt.reasonCode());
                json.put("rule", attempt.ruleCode());
            }
        });
        status.counting().ifPresent(counting -> json.put("counting_submission", counting.submission()));
        status.waiver().ifPresent(waiver -> {
            json.put("waived_reason", waiver.reason());
            json.put("waived_by", waiver.by());
            json.put("waived_at", time(waiver.at()));
        });
        status.pattern()
                .ifPresent(pattern -> json.put(
                        "late_months",
                        pattern.late().stream().map(ReportingMonth::toString).toList()));
        return json;
    }

    private static Map<String, Object> file(FileRemark file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file.file());
        json.put("kind", file.kind().word());
        json.put("words", file.words());
        return json;
    }

    private static Map<String, Object> edition(EditionState edition) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("edition", edition.number());
        json.put("status", edition.status());
        edition.published().ifPresent(at -> {
            json.put("published_at", time(at));
            json.put("published_by", edition.by());
        });
        return json;
    }

    private static String time(Instant moment) {
        return moment.toString();
    }
}
