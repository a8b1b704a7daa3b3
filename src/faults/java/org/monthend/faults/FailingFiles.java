package org.monthend.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The disk, with one operation on the files of a folder that goes wrong, by its number. It takes the place of Java's own
 * access to files by {@code -Djava.nio.file.spi.DefaultFileSystemProvider}, so that the product knows nothing of it.
 */
public final class FailingFiles extends FileSystemProvider {

    /** How an operation goes wrong. */
    enum Way {
        /** The disk is full or broken, before anything of it is done. */
        FAIL,
        /** Half of it is done, or all, and then it is said to have failed. */
        FAIL_AFTER,
        /** The process dies before anything of it is done. */
        HALT,
        /** The process dies once it is done. */
        HALT_AFTER;

        boolean isAfter() {
            return this == FAIL_AFTER || this == HALT_AFTER;
        }

        boolean halts() {
            return this == HALT || this == HALT_AFTER;
        }
    }

    /** Property by which a process is told what to do: folder, number and way, with a bar between them. */
    static final String TOLD = "faults.files";

    /** As a process ends that was killed. */
    private static final int KILLED = 137;

    private static final Map<String, Strike> STRIKES = new ConcurrentHashMap<>();

    static {
        Optional.ofNullable(System.getProperty(TOLD)).ifPresent(told -> {
            String[] words = told.split("\\|", -1);
            STRIKES.put(words[0], new Strike(Integer.parseInt(words[1]), Way.valueOf(words[2])));
        });
    }

    private final FileSystemProvider disk;
    private final FailingFileSystem files;

    /** The way in which Java makes it. */
    public FailingFiles(FileSystemProvider disk) {
        this.disk = disk;
        this.files = new FailingFileSystem(this, disk.getFileSystem(URI.create("file:///")));
    }

    /** One operation that is to go wrong. */
    static final class Strike {

        private final int number;
        private final Way way;
        private final AtomicInteger operations = new AtomicInteger();
        private volatile Optional<String> struck = Optional.empty();

        private Strike(int number, Way way) {
            this.number = number;
            this.way = way;
        }

        /** What went wrong; empty when it never came to that. */
        Optional<String> struck() {
            return struck;
        }

        int operations() {
            return operations.get();
        }
    }

    /** Counts what is done below the folder from now on, and lets the operation of that number go wrong. */
    static Strike strike(Path folder, int number, Way way) {
        Strike strike = new Strike(number, way);
        STRIKES.put(folder.toString(), strike);
        return strike;
    }

    static void strikeNoMore(Path folder) {
        STRIKES.remove(folder.toString());
    }

    /** What is done to a file. */
    private interface Operation<T> {
        T perform() throws IOException;
    }

    private interface Deed {
        void perform() throws IOException;
    }

    private static void counted(String what, Path file, Deed deed) throws IOException {
        Optional<Object> nothing = counted(what, file, () -> {
            deed.perform();
            return Optional.empty();
        });
        if (nothing.isPresent()) {
            throw new IllegalStateException("a deed answers nothing");
        }
    }

    private static <T> T counted(String what, Path file, Operation<T> operation) throws IOException {
        Optional<Strike> due = due(what, file);
        if (due.isEmpty()) {
            return operation.perform();
        }
        if (due.get().way.isAfter()) {
            T done = operation.perform();
            if (done instanceof AutoCloseable open) {
                close(open);
            }
        }
        throw broken(due.get(), file);
    }

    private static void close(AutoCloseable open) throws IOException {
        try {
            open.close();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    /** Whether this very operation is to go wrong. */
    private static Optional<Strike> due(String what, Path file) {
        if (STRIKES.isEmpty()) {
            return Optional.empty();
        }
        String name = file.toString();
        for (Map.Entry<String, Strike> each : STRIKES.entrySet()) {
            Strike strike = each.getValue();
            if (name.startsWith(each.getKey()) && strike.operations.incrementAndGet() == strike.number) {
                strike.struck =
                        Optional.of(what + " " + name.substring(each.getKey().length()));
                return Optional.of(strike);
            }
        }
        return Optional.empty();
    }

    private static IOException broken(Strike strike, Path file) {
        if (strike.way.halts()) {
            Runtime.getRuntime().halt(KILLED);
        }
        return new FileSystemException(file.toString(), "", "No space left on device");
    }

    static Path real(Path path) {
        return path instanceof FailingPath failing ? failing.real() : path;
    }

    Path wrapped(Path path) {
        return new FailingPath(files, path);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        boolean writes = options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
        SeekableByteChannel channel = counted(
                writes ? "open for writing" : "open for reading",
                path,
                () -> disk.newByteChannel(real(path), options, attributes));
        return writes ? new FailingChannel(channel, path) : channel;
    }

    /** A channel whose writes are counted: one that fails has written half. */
    private record FailingChannel(SeekableByteChannel channel, Path file) implements SeekableByteChannel {

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            Optional<Strike> due = due("write", file);
            if (due.isEmpty()) {
                return channel.write(bytes);
            }
            if (due.get().way.isAfter()) {
                ByteBuffer half = bytes.duplicate();
                half.limit(half.position() + half.remaining() / 2);
                while (half.hasRemaining()) {
                    channel.write(half);
                }
            }
            throw broken(due.get(), file);
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return channel.read(bytes);
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            channel.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            channel.truncate(size);
            return this;
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    @Override
    public java.nio.channels.FileChannel newFileChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return counted("open", path, () -> disk.newFileChannel(real(path), options, attributes));
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        DirectoryStream<Path> stream = counted(
                "list", folder, () -> disk.newDirectoryStream(real(folder), path -> filter.accept(wrapped(path))));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                Iterator<Path> real = stream.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return real.hasNext();
                    }

                    @Override
                    public Path next() {
                        return wrapped(real.next());
                    }
                };
            }

            @Override
            public void close() throws IOException {
                stream.close();
            }
        };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        counted("make folder", folder, () -> disk.createDirectory(real(folder), attributes));
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes) throws IOException {
        counted("link", link, () -> disk.createSymbolicLink(real(link), real(target), attributes));
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        counted("link", link, () -> disk.createLink(real(link), real(existing)));
    }

    @Override
    public void delete(Path path) throws IOException {
        counted("delete", path, () -> disk.delete(real(path)));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        counted("copy", target, () -> disk.copy(real(source), real(target), options));
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        counted("move", target, () -> disk.move(real(source), real(target), options));
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        return wrapped(disk.readSymbolicLink(real(link)));
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return disk.isSameFile(real(one), real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return disk.isHidden(real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return disk.getFileStore(real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        disk.checkAccess(real(path), modes);
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return disk.getFileAttributeView(real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return disk.readAttributes(real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return disk.readAttributes(real(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        disk.setAttribute(real(path), attribute, value, options);
    }

    @Override
    public String getScheme() {
        return disk.getScheme();
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) throws IOException {
        return disk.newFileSystem(uri, environment);
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return files;
    }

    @Override
    public Path getPath(URI uri) {
        // For some forms of it the disk asks for Java's usual path, which is ours already.
        return wrapped(real(disk.getPath(uri)));
    }
}
