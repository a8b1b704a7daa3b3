package org.monthend.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.monthend.steward.PublicationProof;
import org.monthend.steward.PublicationProof.Finding;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proves that nothing that was published has been altered. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Prove that nothing that was published has been altered, or say what was.",
            "Ends with 0 when all is as it was published, and with 3 when something is not."
        })
final class VerifyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Mixin
    private final Places places = new Places();

    @Option(
            names = "--expect",
            paramLabel = "DIGEST",
            description = "A digest that publish or verify printed earlier; it must still be in its chain.")
    private @Nullable String expect;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Optional<String> noted = Optional.ofNullable(expect).map(VerifyCommand::digest);
        try (ConfigurableApplicationContext application = Application.start(places)) {
            Finding finding = application.getBean(PublicationProof.class).verify(noted);
            if (json) {
                out().print(Json.document(json(finding)));
            } else {
                tell(finding);
            }
            out().flush();
            return (finding.isSound() ? ExitCode.DONE : ExitCode.REFUSED).number();
        }
    }

    private static String digest(String text) {
        String digest = text.strip().toLowerCase(Locale.ROOT);
        if (!digest.matches("[0-9a-f]{64}")) {
            throw new Misused(
                    "'%s' is no digest. Give the 64 hexadecimal digits that ./monthend publish or verify printed."
                            .formatted(text));
        }
        return digest;
    }

    private void tell(Finding finding) {
        finding.violations().forEach(out()::println);
        out().printf(
                        "Checked: publications %,d, kept files %,d, statements with their revisions %,d.%n",
                        finding.publications(), finding.keptFiles(), finding.statements());
        if (finding.publicCopies() > 0) {
            out().printf("Checked too: public copies %,d.%n", finding.publicCopies());
        }
        finding.notedAt()
                .ifPresent(number -> out().printf(
                                "The digest that was noted is that of publication %d of %d.%n",
                                number, finding.publications()));
        finding.notedAtCopy()
                .ifPresent(number -> out().printf(
                                "The digest that was noted is that of public copy %d of %d.%n",
                                number, finding.publicCopies()));
        if (!finding.isSound()) {
            out().printf(
                            "NOT SOUND: %,d %s.%n",
                            finding.violations().size(), finding.violations().size() == 1 ? "violation" : "violations");
        } else if (finding.publications() == 0) {
            out().println("Nothing has been published yet.");
        } else {
            out().println("Nothing that was published has been altered.");
        }
        out().printf("Digest of the chain: %s%n", finding.head());
        if (finding.publicCopies() > 0) {
            out().printf("Digest of the chain of public copies: %s%n", finding.headOfCopies());
        }
    }

    private static Map<String, Object> json(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sound", finding.isSound());
        json.put("publications", finding.publications());
        json.put("publicCopies", finding.publicCopies());
        json.put("keptFiles", finding.keptFiles());
        json.put("statements", finding.statements());
        json.put("head", finding.head());
        json.put("headOfPublicCopies", finding.headOfCopies());
        finding.notedAt().ifPresent(number -> json.put("expectedIsPublication", number));
        finding.notedAtCopy().ifPresent(number -> json.put("expectedIsPublicCopy", number));
        json.put("violations", finding.violations());
        return json;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
