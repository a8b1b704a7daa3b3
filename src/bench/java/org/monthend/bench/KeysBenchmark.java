package org.monthend.bench;

import java.nio.file.Path;

final class KeysBenchmark {

    private KeysBenchmark() {}

    static void run(Path folder) throws Exception {}
}
