package org.huiyin.platform.postgres;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Under whom the server runs. PostgreSQL refuses root, so that a root process hands the data to a number of its own
 * that no person and no other service has; everybody else runs the server as themselves.
 */
record ServerAccount(boolean root) {

    private static final int ID = 27518;

    static ServerAccount current() {
        var root = "root".equals(System.getProperty("user.name")) || uidIsZero();
        if (root && !Shell.has("setpriv")) {
            throw new DatabaseNotReady("PostgreSQL does not run as root, and the program setpriv that would change the user is missing. "
                    + "Install util-linux (apt-get install util-linux), or start Huiyin as an ordinary user.");
        }
        return new ServerAccount(root);
    }

    private static boolean uidIsZero() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid && uid == 0;
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }

    List<String> command(List<String> command) {
        return prefixed(root ? List.of("setpriv", "--reuid=" + ID, "--regid=" + ID, "--clear-groups") : List.of(), command);
    }

    /**
     * A session of its own keeps Ctrl-C from the server, and the death signal makes the kernel stop it with the thread
     * that started it. The signal is set last, since a change of user clears it.
     */
    List<String> boundCommand(List<String> command) {
        if (!Shell.has("setpriv") || !Shell.has("setsid")) {
            return command(command);
        }
        return prefixed(List.of("setsid"), root ? prefixed(command(List.of()), prefixed(List.of("--pdeathsig=INT"), command))
                : prefixed(List.of("setpriv", "--pdeathsig=INT"), command));
    }

    /** initdb looks its user up by name, which our number has not: for that second it runs as nobody. */
    List<String> namedCommand(List<String> command) {
        return prefixed(root ? List.of("setpriv", "--reuid=" + named().getName(), "--regid=" + ID, "--clear-groups") : List.of(), command);
    }

    void giveToNamed(Path file) throws IOException {
        if (root) {
            Files.setOwner(file, named());
        }
    }

    void give(Path tree) throws IOException {
        if (!root) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (var path : (Iterable<Path>) paths::iterator) {
                Files.setAttribute(path, "unix:uid", ID, java.nio.file.LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", ID, java.nio.file.LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    boolean canRun(Path program) {
        return Shell.run(Path.of("/"), command(List.of("test", "-x", program.toString()))).good();
    }

    private static UserPrincipal named() {
        var users = FileSystems.getDefault().getUserPrincipalLookupService();
        return Stream.of("nobody", "daemon").flatMap(name -> {
            try {
                return Stream.of((UserPrincipal) users.lookupPrincipalByName(name));
            } catch (IOException _) {
                return Stream.empty();
            }
        }).findFirst().orElseThrow(() -> new DatabaseNotReady(
                "This system knows neither the user nobody nor daemon, one of which creates the database. Start Huiyin as an ordinary user."));
    }

    private static List<String> prefixed(List<String> prefix, List<String> command) {
        var all = new ArrayList<>(prefix);
        all.addAll(command);
        return List.copyOf(all);
    }
}
