package org.monthend.intake;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.ProtocolFamily;
import java.net.Socket;
import java.net.URL;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.monthend.cli.Monthend;

/**
 * Runs a command several times in one process in which every attempt at a connection is an error that cannot be
 * overlooked, and says after each time what the process holds. It is the process's provider of channels, too:
 * {@code -Djava.nio.channels.spi.SelectorProvider}.
 */
public final class WithoutNetwork extends SelectorProvider {

    /** Begins the line after each time: exit code, open handles, threads, bytes of heap. */
    static final String HELD = "held: ";

    @SuppressWarnings("deprecation") // the one way to forbid sockets in a process of this Java
    public static void main(String[] command) throws IOException {
        Socket.setSocketImplFactory(() -> {
            throw forbidden();
        });
        URL.setURLStreamHandlerFactory(protocol -> {
            if (protocol.startsWith("http") || protocol.equals("ftp")) {
                throw forbidden();
            }
            return null;
        });
        int rounds = Integer.getInteger("rounds");
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        for (int round = 0; round < rounds; round++) {
            int exitCode = Monthend.run(out, new PrintWriter(System.err, true), command);
            out.println(HELD + exitCode + " " + handles() + " " + Thread.activeCount() + " " + heap());
        }
    }

    /** What this process has open. */
    private static long handles() throws IOException {
        try (Stream<Path> each = Files.list(Path.of("/proc/self/fd"))) {
            return each.count();
        }
    }

    /** Bytes that are in use once all garbage is gone. */
    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static Error forbidden() {
        return new AssertionError("a connection was asked for");
    }

    @Override
    public DatagramChannel openDatagramChannel() {
        throw forbidden();
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) {
        throw forbidden();
    }

    @Override
    public Pipe openPipe() {
        throw forbidden();
    }

    @Override
    public AbstractSelector openSelector() {
        throw forbidden();
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() {
        throw forbidden();
    }

    @Override
    public SocketChannel openSocketChannel() {
        throw forbidden();
    }
}
