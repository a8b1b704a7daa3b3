package org.monthend.validate;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.LayoutPart;
import org.monthend.catalogue.MissingReason;
import org.monthend.extract.Field;

/**
 * How a layout's figures are written.
 *
 * @param codes what stands in place of a figure, folded, and what it means
 * @param ownCodes the same for one field only
 * @param style how the digits of a number are written as text
 */
record FigureWriting(
        Map<FoldedName, MissingReason> codes, Map<Field, Map<FoldedName, MissingReason>> ownCodes, NumberStyle style) {

    /** In place of a code: the cell is blank. */
    static final String BLANK = "{blank}";

    static FigureWriting of(Layout layout) {
        Map<FoldedName, MissingReason> codes = new HashMap<>();
        Map<Field, Map<FoldedName, MissingReason>> ownCodes = new EnumMap<>(Field.class);
        for (LayoutPart part : layout.parts("code")) {
            String[] meaning = part.words().split("=", 2);
            Map<FoldedName, MissingReason> place = Field.of(part.where())
                    .map(field -> ownCodes.computeIfAbsent(field, each -> new HashMap<>()))
                    .orElse(codes);
            MissingCodes.reason(meaning[meaning.length - 1])
                    .ifPresent(reason -> place.put(FoldedName.of(meaning[0]), reason));
        }
        ownCodes.values().forEach(own -> codes.forEach(own::putIfAbsent));
        return new FigureWriting(
                codes, ownCodes, NumberStyle.of(layout.words("numbers", "")).orElse(NumberStyle.BRITISH));
    }

    /** What may stand in place of the field's figure. */
    Map<FoldedName, MissingReason> codes(Field field) {
        return ownCodes.getOrDefault(field, codes);
    }

    /** What it means that nothing stands in the cells of a row's figures; empty when it means nothing. */
    Optional<MissingReason> blank() {
        return Optional.ofNullable(codes.get(new FoldedName(BLANK)));
    }
}
