package org.monthend.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.monthend.catalogue.Catalogue;
import org.monthend.extract.format.ReadLimits;
import org.monthend.extract.format.UnreadableWorkbook;
import org.monthend.extract.suggest.LayoutSuggester;
import org.monthend.extract.suggest.Suggestion;
import org.monthend.load.CatalogueFile;
import org.monthend.publish.LayoutWorkbook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What helps with the layouts of returns. It needs no database. */
@Command(
        name = "layout",
        mixinStandardHelpOptions = true,
        description = "Propose a layout for a workbook that the catalogue does not know.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = LayoutCommand.Suggest.class)
final class LayoutCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do with layouts, such as: ./monthend layout suggest FILE");
    }

    /** Proposes a layout as rows for the catalogue, with its reasons, and tries it on the file. */
    @Command(
            name = "suggest",
            mixinStandardHelpOptions = true,
            description = "Propose a layout for a workbook, as rows to review and paste into the catalogue.",
            footer = {"", "Exit codes: 0 something is proposed, 2 usage, 3 no table was found or the file is refused."})
    static final class Suggest implements java.util.concurrent.Callable<Integer> {

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
        private CommandSpec spec;

        @Mixin
        private final Places places = new Places();

        @Parameters(paramLabel = "FILE", description = "The workbook.")
        private Path file = Path.of("");

        @Option(
                names = "--out",
                paramLabel = "FILE",
                description = "Workbook that gets the rows (default: output/layout-<name>.xlsx).")
        private @Nullable Path out;

        @Override
        public Integer call() {
            if (!Files.isRegularFile(file)) {
                throw new Misused("There is no file %s.".formatted(file));
            }
            ReadLimits limits = ReadLimits.standard();
            Catalogue catalogue =
                    new CatalogueFile(places.input().resolve("catalogue.xlsx")).read(ReadLimits.standard());
            try {
                Suggestion suggestion = new LayoutSuggester(catalogue, limits).suggest(file);
                SuggestionText text = new SuggestionText(suggestion);
                print(text.account());
                if (suggestion.tables().isEmpty()) {
                    return ExitCode.REFUSED.number();
                }
                Path workbook = out == null ? places.output().resolve(name()) : out;
                write(text, workbook);
                print(text.whatNext(workbook));
                return ExitCode.DONE.number();
            } catch (UnreadableWorkbook refused) {
                spec.commandLine().getErr().println(file.getFileName() + ": " + refused.getMessage());
                return ExitCode.REFUSED.number();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private String name() {
            return "layout-" + String.valueOf(file.getFileName()).replaceFirst("\\.[A-Za-z0-9]{1,5}$", "") + ".xlsx";
        }

        private static void write(SuggestionText text, Path workbook) throws IOException {
            Path folder = workbook.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (OutputStream bytes = Files.newOutputStream(workbook)) {
                new LayoutWorkbook().write(text.rows(), text.remarks(), bytes);
            }
        }

        private void print(String text) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        }
    }
}
