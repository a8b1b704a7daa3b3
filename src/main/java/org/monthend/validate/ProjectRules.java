package org.monthend.validate;

import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Category;
import org.monthend.catalogue.Project;
import org.monthend.extract.ExtractedRow;
import org.monthend.extract.Field;
import org.monthend.validate.Statement.ProjectStatement;

/** A project's progress and forecast variance as RAG, and what it has to say. */
final class ProjectRules implements SubjectRules {

    private static final String RAG = "RAG";

    private final TableJudge table;

    ProjectRules(TableJudge table) {
        this.table = table;
    }

    @Override
    public Optional<Statement> judge(ExtractedRow row, String organisationCode, ReportingMonth month) {
        String name = table.text(row, Field.PROJECT).orElseThrow();
        Optional<Project> project = table.names().project(name);
        if (project.isEmpty()) {
            table.raise(
                    Rule.UNKNOWN_PROJECT,
                    row,
                    Field.PROJECT,
                    "'" + TableJudge.quoted(name) + "' is no project of the catalogue.");
            return Optional.empty();
        }
        Optional<String> progress = rag(row, Field.PROGRESS);
        Optional<String> finance = rag(row, Field.FINANCE);
        if (progress.isEmpty() || finance.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ProjectStatement(
                project.get().code(),
                organisationCode,
                month,
                progress.get(),
                finance.get(),
                table.text(row, Field.NARRATIVE).orElse(""),
                table.sheet(),
                row.addressOf(Field.PROGRESS),
                row.addressOf(Field.FINANCE),
                row.addressOf(Field.NARRATIVE)));
    }

    private Optional<String> rag(ExtractedRow row, Field field) {
        String stated = table.text(row, field).orElse("");
        Optional<String> code = table.names().category(RAG, stated).map(Category::code);
        if (code.isEmpty()) {
            String found =
                    stated.isEmpty() ? "the " + field.word() + " is blank" : "'" + TableJudge.quoted(stated) + "'";
            table.raise(
                    Rule.UNKNOWN_CATEGORY,
                    row,
                    field,
                    found + (stated.isEmpty() ? "; it is R, A or G." : " is none of R, A and G."));
        }
        return code;
    }
}
