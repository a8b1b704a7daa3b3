package org.monthend.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A port that leads to another for as long as it is open: a database that comes back. */
final class Forwarding implements AutoCloseable {

    private final ServerSocket door;
    private final InetSocketAddress target;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

    private Forwarding(ServerSocket door, InetSocketAddress target) {
        this.door = door;
        this.target = target;
    }

    static Forwarding from(int port, InetSocketAddress target) throws IOException {
        Forwarding forwarding = new Forwarding(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()), target);
        inBackground(forwarding::accept);
        return forwarding;
    }

    private void accept() throws IOException {
        while (true) {
            Socket caller = door.accept();
            Socket called = new Socket(target.getAddress(), target.getPort());
            open.add(caller);
            open.add(called);
            inBackground(() -> copy(caller, called));
            inBackground(() -> copy(called, caller));
        }
    }

    private static void copy(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        }
    }

    private static void inBackground(Talk talk) {
        Thread thread = new Thread(
                () -> {
                    try {
                        talk.go();
                    } catch (IOException e) {
                        Thread.currentThread().interrupt(); // One of the two has hung up.
                    }
                },
                "forwarding");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private interface Talk {
        void go() throws IOException;
    }
}
