package org.monthend.cli;

import org.monthend.steward.Emphasis;
import org.monthend.steward.Paint;
import picocli.CommandLine;

/** Colours for a terminal. Without one, or where NO_COLOR is set, there are none: picocli looks, as it does for its own help. */
final class TerminalPaint {

    private TerminalPaint() {}

    static Paint of(CommandLine commandLine) {
        return commandLine.getColorScheme().ansi().enabled() ? TerminalPaint::coloured : Paint.NONE;
    }

    private static String coloured(Emphasis emphasis, String text) {
        return switch (emphasis) {
            case PLAIN -> text;
            case HEADING -> "\u001b[1m" + text + "\u001b[0m";
            case GOOD -> "\u001b[32m" + text + "\u001b[0m";
            case ATTENTION -> "\u001b[33m" + text + "\u001b[0m";
            case URGENT -> "\u001b[1;31m" + text + "\u001b[0m";
            case FAINT -> "\u001b[2m" + text + "\u001b[0m";
        };
    }
}
