package org.monthend.warehouse.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who uses a data folder, across processes: one lock held for as long as a server is being started or stopped, and one
 * that all users share. The system gives both back when a process dies.
 *
 * <p>The system counts locks by process and drops them all when the process closes any channel to the file. So there is
 * one of these for each folder in a process, and it keeps count of the users within.
 */
final class FolderUse {

    private static final ConcurrentMap<Path, FolderUse> OF_FOLDER = new ConcurrentHashMap<>();

    private final ReentrantLock turn = new ReentrantLock();
    private final Path turnFile;
    private final Path usersFile;
    private int users;
    private Optional<FileChannel> shared = Optional.empty();

    private FolderUse(Path folder) {
        this.turnFile = folder.resolve("server.lock");
        this.usersFile = folder.resolve("server.users");
    }

    static FolderUse of(Path folder) throws IOException {
        Files.createDirectories(folder);
        return OF_FOLDER.computeIfAbsent(folder.toRealPath(), FolderUse::new);
    }

    /** Does the work while no other thread or process is in its turn. */
    <T> T inTurn(Work<T> work) throws IOException {
        turn.lock();
        try (FileChannel channel = open(turnFile)) {
            channel.lock();
            return work.run();
        } finally {
            turn.unlock();
        }
    }

    /** To be called in turn. */
    void join() throws IOException {
        if (shared.isEmpty()) {
            FileChannel channel = open(usersFile);
            channel.lock(0, Long.MAX_VALUE, true);
            shared = Optional.of(channel);
        }
        users++;
    }

    /** To be called in turn. */
    void leave() throws IOException {
        users--;
        if (users == 0 && shared.isPresent()) {
            shared.get().close();
            shared = Optional.empty();
        }
    }

    /** Whether any thread or process uses the folder; to be called in turn. */
    boolean isUsed() throws IOException {
        if (users > 0) {
            return true;
        }
        try (FileChannel channel = open(usersFile);
                FileLock alone = channel.tryLock()) {
            return alone == null;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** What is done in turn. */
    interface Work<T> {
        T run() throws IOException;
    }
}
