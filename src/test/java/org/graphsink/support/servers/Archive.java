package org.graphsink.support.servers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Archives as they are published, unpacked into a folder with their links and executable files. */
final class Archive {

    private Archive() {}

    static void unpackZip(Path file, Path folder) {
        try (var zip = new ZipArchiveInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            unpack(zip, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void unpackTarGz(Path file, Path folder) {
        try (var tar =
                new TarArchiveInputStream(new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file))))) {
            unpack(tar, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void unpackTarXz(InputStream stream, Path folder) {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(stream))) {
            unpack(tar, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(ArchiveInputStream<? extends ArchiveEntry> archive, Path folder) throws IOException {
        for (ArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            Path target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("An entry of the archive leads out of it: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
                continue;
            }
            Files.createDirectories(target.getParent());
            if (entry instanceof TarArchiveEntry tar && tar.isSymbolicLink()) {
                Files.createSymbolicLink(target, Path.of(tar.getLinkName()));
            } else {
                Files.copy(archive, target, StandardCopyOption.REPLACE_EXISTING);
                if (entry instanceof TarArchiveEntry tar && (tar.getMode() & 0100) != 0) {
                    target.toFile().setExecutable(true);
                }
            }
        }
    }

    /** Unpacks once: the folder is there whole or not at all, also when two JVMs do it at once. */
    static Path once(Path folder, Consumer<Path> unpack) {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            Path part = Files.createTempDirectory(Files.createDirectories(folder.getParent()), "unpacking");
            unpack.accept(part);
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }
}
