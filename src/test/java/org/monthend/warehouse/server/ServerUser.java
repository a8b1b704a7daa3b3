package org.monthend.warehouse.server;

import java.io.IOException;
import java.nio.file.Path;

/** A second process that uses the server of a folder until its standard input ends. */
final class ServerUser {

    private ServerUser() {}

    public static void main(String[] arguments) throws IOException {
        try (EmbeddedServer.Session session = new EmbeddedServer(Path.of(arguments[0])).use()) {
            System.out.println(session.address().port());
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    /** Starts the process and waits until it uses the server. */
    static Process startedOn(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerUser.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.inputReader().readLine() == null) {
            throw new IllegalStateException("the second process could not use the server");
        }
        return process;
    }
}
