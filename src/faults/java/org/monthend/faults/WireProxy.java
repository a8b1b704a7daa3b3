package org.monthend.faults;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Stands between the product and PostgreSQL, understands where a message of their protocol ends, and counts the round
 * trips of all connections together: what the client sends until it waits for an answer. One of them, by its number, it
 * lets go wrong.
 */
final class WireProxy implements AutoCloseable {

    /** How a round trip goes wrong. */
    enum Way {
        /** The server answers with an error; what it knows of the transaction is the truth. */
        THROW,
        /** The connection ends before anything of it is sent. */
        CLOSE,
        /** It is done, a commit is a commit, and the connection ends before the answer. */
        LOSE_ANSWER,
        /**
         * The client stands still for ever, and its connections end: for the database and the folders that is its death,
         * without the cost of a process for each.
         */
        FREEZE,
        /** The client's process is killed before anything of it is sent. */
        HALT,
        /** It is done, and the client's process is killed before the answer. */
        HALT_AFTER;

        boolean isDone() {
            return this == LOSE_ANSWER || this == HALT_AFTER;
        }

        boolean killsClient() {
            return this == HALT || this == HALT_AFTER;
        }

        /** Whether it is tried at commits only. */
        boolean isOfCommits() {
            return isDone() || this == HALT;
        }
    }

    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;
    private static final int CANCEL_REQUEST = 80877102;

    /** What the server says when it is in no transaction. */
    private static final byte IDLE = 'I';

    /** What is no question and no setting; a question may call what writes, and then is a word longer than select. */
    private static final Pattern COMMITS =
            Pattern.compile("\\s*(commit|insert|update|delete|merge|call|with|end of)\\b", Pattern.CASE_INSENSITIVE);

    private final ServerSocket entrance;
    private final int serverPort;
    private final AtomicInteger roundTrips = new AtomicInteger();
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private volatile int struckAt = Integer.MAX_VALUE;
    private volatile Way way = Way.CLOSE;
    private volatile Runnable killsClient = () -> {};
    private volatile Optional<String> struck = Optional.empty();
    private volatile boolean frozen;
    private final Queue<Socket> toServer = new ConcurrentLinkedQueue<>();
    private final Set<Integer> commits = new ConcurrentSkipListSet<>();

    WireProxy(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept, "proxy").start();
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Counts anew, and lets the round trip of that number go wrong. */
    void strike(int number, Way how, Runnable killer) {
        struck = Optional.empty();
        killsClient = killer;
        way = how;
        roundTrips.set(0);
        commits.clear();
        struckAt = number;
    }

    void strikeNoMore() {
        struckAt = Integer.MAX_VALUE;
    }

    /** What went wrong, in the words of its statement; empty when it was never reached. */
    Optional<String> struck() {
        return struck;
    }

    /** The round trips, by their numbers, with which something was committed, in a transaction of its own or by its end. */
    Set<Integer> commits() {
        return commits;
    }

    int roundTrips() {
        return roundTrips.get();
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                client.setTcpNoDelay(true);
                sockets.add(client);
                if (frozen) {
                    continue;
                }
                daemon(() -> new Conversation(client).hold(), "proxy-client").start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** One connection. */
    private final class Conversation {

        private final Socket client;
        private final Map<String, String> statements = new HashMap<>();
        private final ByteArrayOutputStream group = new ByteArrayOutputStream();
        private String words = "";
        private volatile boolean swallows;
        private volatile int current;
        private volatile boolean mayCommit;

        private Conversation(Socket client) {
            this.client = client;
        }

        private void hold() {
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
                sockets.add(server);
                toServer.add(server);
                if (frozen) {
                    // It came in the moment of the freezing, which closed only what was there already.
                    return;
                }
                server.setTcpNoDelay(true);
                DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
                DataOutputStream out = new DataOutputStream(server.getOutputStream());
                if (greets(in, out)) {
                    daemon(() -> answers(server), "proxy-server").start();
                    listen(in, out);
                }
            } catch (IOException ended) {
                words = "ended";
            } finally {
                close(client);
            }
        }

        /** The messages before the login have no type. */
        private boolean greets(DataInputStream in, DataOutputStream out) throws IOException {
            while (true) {
                int length = in.readInt();
                byte[] body = in.readNBytes(length - 4);
                int code = java.nio.ByteBuffer.wrap(body).getInt();
                if (code == SSL_REQUEST || code == GSS_REQUEST) {
                    client.getOutputStream().write('N');
                    continue;
                }
                ByteArrayOutputStream message = new ByteArrayOutputStream();
                DataOutputStream data = new DataOutputStream(message);
                data.writeInt(length);
                data.write(body);
                if (code == CANCEL_REQUEST) {
                    out.write(message.toByteArray());
                    return false;
                }
                words = "login";
                group.write(message.toByteArray());
                roundTrip('0', out);
                return true;
            }
        }

        private void listen(DataInputStream in, DataOutputStream out) throws IOException {
            while (true) {
                int type = in.read();
                if (type < 0) {
                    return;
                }
                int length = in.readInt();
                byte[] body = in.readNBytes(length - 4);
                note(type, body);
                group.write(type);
                new DataOutputStream(group).writeInt(length);
                group.write(body);
                switch (type) {
                    case 'S', 'Q', 'c', 'F' -> roundTrip(type, out);
                    case 'd', 'p', 'H', 'X', 'f' -> forward(out);
                    default -> {
                        // Part of a group that ends with a Sync.
                    }
                }
            }
        }

        private void forward(OutputStream out) throws IOException {
            group.writeTo(out);
            group.reset();
        }

        private void note(int type, byte[] body) {
            if (type == 'Q') {
                words = text(body, 0);
            } else if (type == 'P') {
                String name = text(body, 0);
                statements.put(name, text(body, name.length() + 1));
                words = text(body, name.length() + 1);
            } else if (type == 'B') {
                String name = text(body, text(body, 0).length() + 1);
                words = Optional.ofNullable(statements.get(name)).orElse(name);
            } else if (type == 'c') {
                words = "end of " + words;
            }
        }

        private String text(byte[] body, int from) {
            int end = from;
            while (end < body.length && body[end] != 0) {
                end++;
            }
            return new String(body, from, end - from, StandardCharsets.UTF_8);
        }

        private void roundTrip(int type, DataOutputStream out) throws IOException {
            int number = roundTrips.incrementAndGet();
            current = number;
            mayCommit = type != '0' && COMMITS.matcher(words).lookingAt();
            if (number != struckAt) {
                forward(out);
                return;
            }
            Way how = way;
            struck = Optional.of(words.strip().replaceAll("\\s+", " "));
            if (how == Way.FREEZE) {
                frozen = true;
                for (Socket server : toServer) {
                    close(server);
                }
                throw new IOException("frozen");
            }
            if (how == Way.THROW && type != '0') {
                group.reset();
                out.write(type == 'c' ? message('f', "fault injected") : message('Q', RAISE));
                return;
            }
            if (how.isDone() && type != '0') {
                swallows = true;
                forward(out);
                return;
            }
            end();
        }

        private void answers(Socket server) {
            try (server) {
                DataInputStream in = new DataInputStream(new BufferedInputStream(server.getInputStream(), 1 << 16));
                ByteArrayOutputStream answer = new ByteArrayOutputStream();
                DataOutputStream out = new DataOutputStream(answer);
                while (true) {
                    int type = in.readUnsignedByte();
                    int length = in.readInt();
                    byte[] body = in.readNBytes(length - 4);
                    if (type == 'Z' && body[0] == IDLE && mayCommit) {
                        commits.add(current);
                    }
                    if (swallows) {
                        if (type == 'Z' || type == 'G' || type == 'H') {
                            end();
                            return;
                        }
                        continue;
                    }
                    out.writeByte(type);
                    out.writeInt(length);
                    out.write(body);
                    if (in.available() == 0) {
                        answer.writeTo(client.getOutputStream());
                        answer.reset();
                    }
                }
            } catch (EOFException ended) {
                close(client);
            } catch (IOException ended) {
                close(client);
            }
        }

        private void end() throws IOException {
            if (way.killsClient()) {
                killsClient.run();
            }
            close(client);
            throw new IOException("cut");
        }

        private void close(Socket socket) {
            if (frozen && socket == client) {
                return;
            }
            try {
                socket.close();
            } catch (IOException alreadyGone) {
                words = "gone";
            }
        }
    }

    private static final String RAISE =
            "do $$ begin raise exception 'fault injected' using errcode = 'disk_full'; end $$";

    private static byte[] message(char type, String text) throws IOException {
        byte[] words = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(type);
        out.writeInt(words.length + 5);
        out.write(words);
        out.writeByte(0);
        return bytes.toByteArray();
    }
}
