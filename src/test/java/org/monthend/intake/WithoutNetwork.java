package org.monthend.intake;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.net.Socket;
import java.net.URL;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import org.monthend.cli.Monthend;

/**
 * Runs a command in a process in which every attempt at a connection is an error that cannot be overlooked. It is the
 * process's provider of channels, too: {@code -Djava.nio.channels.spi.SelectorProvider}.
 */
public final class WithoutNetwork extends SelectorProvider {

    @SuppressWarnings("deprecation") // the one way to forbid sockets in a process of this Java
    public static void main(String[] arguments) throws IOException {
        Socket.setSocketImplFactory(() -> {
            throw forbidden();
        });
        URL.setURLStreamHandlerFactory(protocol -> {
            if (protocol.startsWith("http") || protocol.equals("ftp")) {
                throw forbidden();
            }
            return null;
        });
        Monthend.main(arguments);
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
