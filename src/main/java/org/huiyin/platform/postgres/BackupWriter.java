package org.huiyin.platform.postgres;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Writes the one file of a backup. The manifest comes last, so that a file that was cut off is known by its absence. */
final class BackupWriter implements AutoCloseable {

    private final FileChannel channel;
    private final TarArchiveOutputStream tar;
    private final List<String> sums = new ArrayList<>();

    BackupWriter(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.WRITE);
        tar = new TarArchiveOutputStream(new FastGzip(new BufferedOutputStream(java.nio.channels.Channels.newOutputStream(channel), 1 << 16)));
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    void folder(String name) throws IOException {
        tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
        tar.closeArchiveEntry();
    }

    /**
     * The server goes on writing while its files are read: what a file loses or gains meanwhile, its log repairs. One
     * that is gone is gone there as well.
     */
    void file(String name, Path source) throws IOException {
        try (var content = Files.newInputStream(source)) {
            entry(name, content, Files.size(source));
        } catch (NoSuchFileException _) {
            // dropped meanwhile
        }
    }

    void text(String name, String content) throws IOException {
        var bytes = content.getBytes(UTF_8);
        entry(name, new java.io.ByteArrayInputStream(bytes), bytes.length);
    }

    private void entry(String name, InputStream content, long size) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setMode(0100600);
        tar.putArchiveEntry(entry);
        var digest = sha256();
        copy(content, new DigestOutputStream(tar, digest), size);
        tar.closeArchiveEntry();
        sums.add(HexFormat.of().formatHex(digest.digest()) + " " + name);
    }

    private static void copy(InputStream content, OutputStream out, long size) throws IOException {
        var buffer = new byte[1 << 16];
        for (var left = size; left > 0; ) {
            var read = content.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                java.util.Arrays.fill(buffer, (byte) 0);
                read = (int) Math.min(buffer.length, left);
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    void finish(BackupManifest manifest) throws IOException {
        text(BackupManifest.NAME, manifest.text(sums));
        tar.finish();
        tar.flush();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        tar.close();
        channel.close();
    }

    /** Half the time of the default level for a tenth more bytes. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
