import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.Profiles;

/**
 * Prints one line per rule that a PDF breaks: flavour, rule, times, message and the first place, apart by tabs; and one
 * line "flavour, checked, number of checks" per flavour, so that silence is never taken for a pass.
 *
 * Arguments: the file, then flavours and profile names in turn ("ua1 PDFUA-1 3a PDFA-3A").
 */
public class VeraCheck {
    public static void main(String[] args) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (int i = 1; i < args.length; i += 2) {
            check(args[0], args[i], args[i + 1]);
        }
    }

    private static void check(String file, String flavour, String name) throws Exception {
        try (InputStream rules = PDFAValidator.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml");
                InputStream pdf = new FileInputStream(file)) {
            var profile = Profiles.profileFromXml(rules);
            try (var parser = Foundries.defaultInstance().createParser(pdf, profile.getPDFAFlavour());
                    var validator = Foundries.defaultInstance().createValidator(profile, false)) {
                var result = validator.validate(parser);
                Map<String, Integer> times = new TreeMap<>();
                Map<String, String> said = new TreeMap<>();
                for (TestAssertion one : result.getTestAssertions()) {
                    if (one.getStatus() == TestAssertion.Status.FAILED) {
                        String rule = one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber();
                        times.merge(rule, 1, Integer::sum);
                        said.putIfAbsent(rule, one.getMessage() + "\t" + one.getLocation().getContext());
                    }
                }
                for (var rule : said.keySet()) {
                    System.out.println(flavour + "\t" + rule + "\t" + times.get(rule) + "\t" + said.get(rule));
                }
                System.out.println(flavour + "\tchecked\t" + result.getTotalAssertions());
            }
        }
    }
}
