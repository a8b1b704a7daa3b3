package org.monthend.extract.suggest;

import java.util.List;
import org.monthend.extract.Field;

/** A column taken for a field, and why. */
record FieldChoice(Field field, Profile column, Confidence confidence, String reason, List<String> alternatives) {

    FieldChoice because(Confidence other, String why) {
        return new FieldChoice(field, column, other, reason + "; " + why, alternatives);
    }
}
