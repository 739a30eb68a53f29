package org.huiyin.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * What only the data folder knows about its server: passwords made once at random, and the port it had
 * last. Readable by the operator's account alone.
 */
final class DatabaseSecrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties values;

    private DatabaseSecrets(Path file, Properties values) {
        this.file = file;
        this.values = values;
    }

    static DatabaseSecrets of(Path home) throws IOException {
        var file = file(home);
        if (Files.exists(file)) {
            return read(home);
        }
        var values = new Properties();
        for (var role : new String[] {"superuser", "owner", "app"}) {
            values.setProperty(role + ".password", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(24)));
        }
        values.setProperty("port", "0");
        var secrets = new DatabaseSecrets(file, values);
        secrets.write();
        return secrets;
    }

    static DatabaseSecrets read(Path home) throws IOException {
        var values = new Properties();
        try (var in = Files.newBufferedReader(file(home))) {
            values.load(in);
        }
        return new DatabaseSecrets(file(home), values);
    }

    static Path file(Path home) {
        return home.resolve("database.properties");
    }

    Login superuser() {
        return new Login("postgres", value("superuser.password"));
    }

    Login owner() {
        return new Login("huiyin_owner", value("owner.password"));
    }

    Login app() {
        return new Login("huiyin_app", value("app.password"));
    }

    int port() {
        return Integer.parseInt(value("port"));
    }

    void port(int port) throws IOException {
        if (port != port()) {
            values.setProperty("port", Integer.toString(port));
            write();
        }
    }

    private String value(String key) {
        var value = values.getProperty(key);
        if (value == null) {
            throw new DatabaseNotReady("The file %s is damaged: it lacks %s. Take it from a backup.".formatted(file, key));
        }
        return value;
    }

    private void write() throws IOException {
        var fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "database", ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = Files.newBufferedWriter(fresh)) {
            values.store(out, "Made by Huiyin. Keep it with the folder; show it to nobody.");
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
