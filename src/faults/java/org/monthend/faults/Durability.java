package org.monthend.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the product's own server whether what it has committed is on the disk. */
final class Durability implements Trial {

    private static final Map<String, String> SETTINGS = Map.of(
            "fsync", "on",
            "full_page_writes", "on",
            "synchronous_commit", "on",
            "data_checksums", "on");

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public int fullRounds() {
        return 1;
    }

    @Override
    public Share share() {
        return new Share(1, 1, 1);
    }

    @Override
    public void run(Workshop workshop, Tally tally, long seed) throws Exception {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
            String found = workshop.server().setting(setting.getKey());
            if (!found.equals(setting.getValue())) {
                faults.add("%s is %s".formatted(setting.getKey(), found));
            }
        }
        tally.round("settings", Optional.empty());
        tally.violated(seed, faults);
        tally.caseDone();
    }
}
