package org.monthend.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.extract.format.ReadLimits;
import org.monthend.load.CatalogueFile;
import org.monthend.load.WarehouseUnavailable;
import org.monthend.publish.sender.NoTemplate;
import org.monthend.publish.sender.ReturnTemplate;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.EditionStore;
import org.monthend.warehouse.server.ServerUnavailable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the template that a team fills. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        description = {
            "Write the template of a return for a month, with last figures where a warehouse is there. Prints where it "
                    + "was written. A filled one is found by its name and loads like any other file."
        })
final class TemplateCommand implements Callable<Integer> {

    /** How far back a last figure is looked for. */
    private static final int MONTHS_BACK = 12;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Mixin
    private final Places places = new Places();

    @Parameters(paramLabel = "RETURN", description = "Code of the return, as on the catalogue's Returns sheet.")
    private String code = "";

    @Parameters(paramLabel = "MONTH", description = "Month that it is for, such as 2016-01.")
    private String month = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Where to write it (default: the return's own file name in the month's folder templates of the output).")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        ReportingMonth asked = Months.parse(month);
        Catalogue catalogue = new CatalogueFile(places.input().resolve("catalogue.xlsx")).read(ReadLimits.standard());
        MonthlyReturn due = catalogue.returns().stream()
                .filter(each -> each.code().equalsIgnoreCase(code))
                .findFirst()
                .orElseThrow(() -> new Misused("The catalogue has no return '%s'. It has %s."
                        .formatted(
                                code,
                                catalogue.returns().stream()
                                        .map(MonthlyReturn::code)
                                        .collect(Collectors.joining(", ")))));
        if (due.frequency() == Frequency.QUARTERLY && !asked.endsQuarter()) {
            throw new Misused(
                    "The return %s is due by the quarter, and %s ends none. Ask for March, June, September or December."
                            .formatted(due.code(), asked.longLabel()));
        }
        try {
            ReturnTemplate template =
                    new ReturnTemplate(catalogue, due, asked, lastEdition(asked, due.organisationCode()));
            Path target = out != null
                    ? out
                    : places.output()
                            .resolve(asked.toString())
                            .resolve("templates")
                            .resolve(template.fileName());
            Files.createDirectories(target.toAbsolutePath().getParent());
            try (OutputStream bytes = Files.newOutputStream(target)) {
                template.write(bytes);
            }
            spec.commandLine().getOut().println(target);
            spec.commandLine().getOut().flush();
            return ExitCode.DONE.number();
        } catch (NoTemplate e) {
            throw new Misused(String.valueOf(e.getMessage()));
        }
    }

    /** The newest scorecard before the month; a template can do without, so a warehouse is not made for it. */
    private Optional<Edition> lastEdition(ReportingMonth asked, String organisation) {
        if (!places.haveWarehouse()) {
            return Optional.empty();
        }
        try (ConfigurableApplicationContext application = Application.start(places)) {
            EditionStore editions = application.getBean(EditionStore.class);
            return IntStream.rangeClosed(1, MONTHS_BACK)
                    .mapToObj(asked::minusMonths)
                    .flatMap(earlier -> editions.newest(earlier, organisation).stream())
                    .findFirst();
        } catch (WarehouseUnavailable | ServerUnavailable e) {
            spec.commandLine().getErr().println(e.getMessage());
            spec.commandLine().getErr().println("The template is written without last figures.");
            return Optional.empty();
        }
    }
}
