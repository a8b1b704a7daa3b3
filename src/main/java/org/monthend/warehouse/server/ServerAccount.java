package org.monthend.warehouse.server;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The account that the server's programs run as, since PostgreSQL refuses to run as root. */
enum ServerAccount {
    /** The account that runs Monthend. */
    OURS(""),
    /** Root, in a user namespace of its own where it has no name: the files stay root's. */
    ROOT_IN_NAMESPACE("unshare --user"),
    /** The account nobody, where root may make no namespaces, as in most containers: the files are nobody's. */
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups");

    private static final long NOBODY_ID = 65534;

    private final String wrapper;

    ServerAccount(String wrapper) {
        this.wrapper = wrapper;
    }

    /** The accounts that may serve here, best first. */
    static List<ServerAccount> candidates() {
        return isRoot() ? List.of(ROOT_IN_NAMESPACE, NOBODY) : List.of(OURS);
    }

    private static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }

    /** The program as this account runs it. */
    List<String> command(List<String> program) {
        return Stream.concat(Stream.of(wrapper.split(" ", -1)).filter(word -> !word.isEmpty()), program.stream())
                .toList();
    }

    /** Makes the account the owner of a file or of a folder and all in it, where root has the say. */
    void own(Path fileOrFolder) throws IOException {
        if (!isRoot() || ownerOf(fileOrFolder) == id()) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(fileOrFolder)) {
            paths = new ArrayList<>(walk.toList());
        }
        // The folder itself comes last: a change that was cut short is then seen and made again.
        for (int i = paths.size() - 1; i >= 0; i--) {
            Files.setAttribute(paths.get(i), "unix:uid", (int) id());
            Files.setAttribute(paths.get(i), "unix:gid", (int) id());
        }
    }

    private static long ownerOf(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }

    private long id() {
        return this == NOBODY ? NOBODY_ID : 0;
    }
}
