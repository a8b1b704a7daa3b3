package org.monthend;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Every property is tried on the same values each time, so that a change is judged by what it does and not by what was
 * drawn for it. {@code -Dproperties.seed=N} draws others, {@code -Dproperties.seed=random} others each time.
 */
public final class SeedOfProperties implements AroundPropertyHook {

    /** What is drawn at random in this run begins with this. */
    public static long seed() {
        String asked = System.getProperty("properties.seed", "1");
        return asked.equals("random") ? new Random().nextLong() : Long.parseLong(asked);
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        if (context.attributes().seed().isEmpty()) {
            context.attributes().setSeed(Long.toString(seed()));
        }
        return property.execute();
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public boolean appliesTo(Optional<AnnotatedElement> element) {
        return true;
    }
}
