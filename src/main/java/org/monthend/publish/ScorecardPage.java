package org.monthend.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.monthend.scorecard.Edition;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Draws an edition as one HTML file that needs nothing else: no script, no outside resource. It prints on one A3 sheet
 * and reads on a telephone.
 *
 * <p>Every printed value stands alone in an element with the attributes {@code data-line} (code of the measure, finance
 * line, scheme or project) and {@code data-column} (baseline_rank, baseline_figure, quarter_1 to quarter_4, latest,
 * target, trend; budget, forecast, variance; the category's code; name, progress, finance, narrative), whose text is the
 * edition's text to the letter. The page is well-formed, so that any XML parser reads it too.
 */
public final class ScorecardPage {

    private static final String FOLDER = "publish/";

    private final TemplateEngine engine = engine();
    private final String style = resource(FOLDER + "scorecard.css")
            + resource(FOLDER + "measures.css")
            + resource(FOLDER + "localities.css");

    /** The page; the same edition always gives the same text. */
    public String html(Edition edition) {
        Context context = new Context(Locale.UK);
        context.setVariable("page", PageView.of(edition));
        context.setVariable("style", style);
        return engine.process("scorecard", context);
    }

    /** Writes the page in UTF-8, over a file that is there already. */
    public void write(Edition edition, Path file) throws IOException {
        Files.writeString(file, html(edition));
    }

    private static TemplateEngine engine() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(ScorecardPage.class.getClassLoader());
        resolver.setPrefix(FOLDER);
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        TemplateEngine engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    private static String resource(String name) {
        try (InputStream stream = Optional.ofNullable(
                        ScorecardPage.class.getClassLoader().getResourceAsStream(name))
                .orElseThrow(() -> new IllegalStateException(name + " is missing from the program"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
