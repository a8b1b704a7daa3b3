package org.monthend.publish;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.monthend.scorecard.CategoryFigure;

/** Small bars that repeat a printed figure as a length; what they say stands beside them, so readers aloud pass them over. */
final class Bar {

    private static final String GREEN = "#00594c";
    private static final String RED = "#d4351c";
    private static final String GREY = "#b4bec5";
    private static final String INK = "#1d3f58";

    private Bar() {}

    /** Categories side by side as parts of a whole: favourable, unfavourable or neither by colour, in the given order. */
    static String stacked(List<CategoryFigure> figures) {
        double whole = figures.stream()
                .mapToDouble(figure -> figure.value().doubleValue())
                .sum();
        if (whole <= 0) {
            return "";
        }
        StringBuilder parts = new StringBuilder();
        double left = 0;
        for (CategoryFigure figure : figures) {
            double width = 100 * figure.value().doubleValue() / whole;
            String colour = switch (figure.category().favourable()) {
                case "y" -> GREEN;
                case "n" -> RED;
                default -> GREY;
            };
            if (width > 0) {
                parts.append(rectangle(left, width, colour));
            }
            left += width;
        }
        return svg("parts", parts.toString());
    }

    /** A length to the right of the middle for over, to the left for under; the widest is half the picture. */
    static String deviation(double percent, double widest) {
        double length = 50 * Math.abs(percent) / widest;
        return svg("deviation", rectangle(percent < 0 ? 50 - length : 50, length, INK) + axis());
    }

    /** A part of a hundred. */
    static String progress(BigDecimal percent) {
        double length = Math.max(0, Math.min(100, percent.doubleValue()));
        return svg("progress", rectangle(0, 100, "#e3e8eb") + rectangle(0, length, INK));
    }

    private static String svg(String kind, String content) {
        return "<svg class=\"bar %s\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">%s</svg>"
                .formatted(kind, content);
    }

    private static String axis() {
        return "<path d=\"M50 0v10\" stroke=\"#505a5f\"/>";
    }

    private static String rectangle(double left, double width, String colour) {
        return String.format(
                Locale.ROOT,
                "<rect x=\"%.2f\" width=\"%.2f\" height=\"10\" fill=\"%s\" stroke=\"#fff\" stroke-width=\".3\"/>",
                left,
                width,
                colour);
    }
}
