package org.monthend.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;

/** A path of {@link FailingFiles}: the real one, but on its way to the disk it passes there. */
record FailingPath(FailingFileSystem files, Path real) implements Path {

    private @Nullable Path wrappedOrNull(@Nullable Path path) {
        return path == null ? null : new FailingPath(files, path);
    }

    private Path wrapped(Path path) {
        return new FailingPath(files, path);
    }

    @Override
    public FileSystem getFileSystem() {
        return files;
    }

    @Override
    public boolean isAbsolute() {
        return real.isAbsolute();
    }

    @Override
    public @Nullable Path getRoot() {
        return wrappedOrNull(real.getRoot());
    }

    @Override
    public @Nullable Path getFileName() {
        return wrappedOrNull(real.getFileName());
    }

    @Override
    public @Nullable Path getParent() {
        return wrappedOrNull(real.getParent());
    }

    @Override
    public int getNameCount() {
        return real.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return wrapped(real.getName(index));
    }

    @Override
    public Path subpath(int from, int to) {
        return wrapped(real.subpath(from, to));
    }

    @Override
    public boolean startsWith(Path other) {
        return real.startsWith(FailingFiles.real(other));
    }

    @Override
    public boolean endsWith(Path other) {
        return real.endsWith(FailingFiles.real(other));
    }

    @Override
    public Path normalize() {
        return wrapped(real.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return wrapped(real.resolve(FailingFiles.real(other)));
    }

    @Override
    public Path relativize(Path other) {
        return wrapped(real.relativize(FailingFiles.real(other)));
    }

    @Override
    public URI toUri() {
        return real.toUri();
    }

    @Override
    public Path toAbsolutePath() {
        return wrapped(real.toAbsolutePath());
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        return wrapped(real.toRealPath(options));
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers)
            throws IOException {
        return real.register(watcher, events, modifiers);
    }

    @Override
    public int compareTo(Path other) {
        return real.compareTo(FailingFiles.real(other));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FailingPath path && real.equals(path.real);
    }

    @Override
    public int hashCode() {
        return real.hashCode();
    }

    @Override
    public String toString() {
        return real.toString();
    }
}
