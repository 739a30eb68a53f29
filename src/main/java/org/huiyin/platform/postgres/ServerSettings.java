package org.huiyin.platform.postgres;

import java.util.ArrayList;
import java.util.List;

/** The server's settings, given at each start, so that an upgrade of Huiyin may change them without touching a file. */
final class ServerSettings {

    private static final List<String> COMMON = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=100",
            "shared_buffers=64MB",
            "maintenance_work_mem=64MB",
            "random_page_cost=1.1",
            "jit=off",
            "wal_level=replica",
            "max_wal_senders=0",
            "max_logical_replication_workers=0",
            "max_wal_size=512MB",
            "wal_compression=on",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_line_prefix=%m [%p] %u ",
            // Not in /dev/shm: small in containers, and emptied by systemd when an ordinary user logs out.
            "dynamic_shared_memory_type=mmap");

    private ServerSettings() {}

    static List<String> arguments(String name, int port, Durability durability) {
        var settings = new ArrayList<>(COMMON);
        settings.addAll(durability.settings());
        settings.add("port=" + port);
        settings.add("cluster_name=" + name);
        return settings.stream().flatMap(setting -> List.of("-c", setting).stream()).toList();
    }
}
