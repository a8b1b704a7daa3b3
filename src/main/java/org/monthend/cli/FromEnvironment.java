package org.monthend.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Takes an option that is not given from the environment, as containers want it: --mail-to is the property
 * monthend.mail-to or the variable MONTHEND_MAIL_TO.
 */
final class FromEnvironment implements IDefaultValueProvider {

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
            return null;
        }
        String name = option.longestName().substring("--".length());
        String property = System.getProperty("monthend." + name);
        return property == null
                ? System.getenv("MONTHEND_" + name.replace('-', '_').toUpperCase(Locale.ROOT))
                : property;
    }
}
