package org.monthend.web;

import org.monthend.job.NightEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether the warehouse could be reached when it was last looked at. Asking does not look at it, so that nobody can
 * wear it out by asking.
 */
public final class WarehouseHealth implements HealthIndicator, NightEvent.Listener {

    private volatile boolean isUp;

    @Override
    public void hear(NightEvent event) {
        if (event instanceof NightEvent.Looked looked) {
            isUp = looked.standing().isPresent();
        } else if (event instanceof NightEvent.Started) {
            isUp = true;
        }
    }

    @Override
    public Health health() {
        return isUp ? Health.up().build() : Health.down().build();
    }
}
