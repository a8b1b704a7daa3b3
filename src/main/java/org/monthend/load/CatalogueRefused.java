package org.monthend.load;

import java.util.List;

/** The catalogue is missing or wrong, so nothing was loaded; it holds one sentence for each fault. */
public final class CatalogueRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final List<String> faults;

    public CatalogueRefused(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
