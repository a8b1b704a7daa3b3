package org.monthend.web.alert;

import java.io.IOException;

/** A way to reach people. */
interface Channel {

    /** As the log calls it; never with a secret in it. */
    String name();

    /** Sends it, or fails within seconds. */
    void send(Alert alert) throws IOException;
}
