package org.huiyin.platform.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.NullMarked;
import org.tukaani.xz.XZInputStream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A process of its own that runs the database of a folder until it is killed or its input ends. */
final class ServerProgram {

    private ServerProgram() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException {
        try (var postgres = EmbeddedPostgres.start(Path.of(args[0]), Path.of(args[1]), Durability.FULL)) {
            System.out.println("ready " + postgres.port());
            var unused = System.in.read();
        } catch (DatabaseNotReady e) {
            System.out.println("refused " + e.getMessage());
        }
    }

    static Process start(List<String> prefix, Path libraries, Path home, Path programs) throws IOException {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-cp",
                libraries + ":" + libraries + "/*", ServerProgram.class.getName(), home.toString(), programs.toString()));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    static String firstLine(Process process) throws IOException {
        var line = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
        return line == null ? "" : line;
    }

    /** Classes and jars where every account may read them, which a developer's home need not allow. */
    static Path libraries(Path folder) throws IOException, URISyntaxException {
        Files.createDirectories(folder);
        for (var type : List.of(org.postgresql.Driver.class, TarArchiveInputStream.class, XZInputStream.class, NullMarked.class)) {
            copy(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()), folder);
        }
        for (var bundle : List.of("/postgres-linux-x86_64.txz", "/postgres-linux-arm_64.txz")) {
            var url = ServerProgram.class.getResource(bundle);
            if (url != null) {
                copy(Path.of(url.getPath().substring("file:".length(), url.getPath().indexOf('!'))), folder);
            }
        }
        for (var type : List.of(ServerProgram.class, EmbeddedPostgres.class)) {
            copyPackage(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()), folder);
        }
        return folder;
    }

    private static void copyPackage(Path classes, Path folder) throws IOException {
        var target = Files.createDirectories(folder.resolve("org/huiyin/platform/postgres"));
        try (Stream<Path> files = Files.list(classes.resolve("org/huiyin/platform/postgres"))) {
            for (var file : (Iterable<Path>) files::iterator) {
                copy(file, target);
            }
        }
    }

    private static void copy(Path file, Path folder) throws IOException {
        var target = folder.resolve(file.getFileName());
        if (Files.isRegularFile(file) && Files.notExists(target)) {
            Files.copy(file, target);
        }
    }
}
