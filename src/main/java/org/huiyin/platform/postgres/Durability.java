package org.huiyin.platform.postgres;

import java.util.List;

/** How hard a commit must hold: to the disk for people, to memory for tests that end with their database. */
public enum Durability {
    FULL(List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on")),
    TEST(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));

    private final List<String> settings;

    Durability(List<String> settings) {
        this.settings = settings;
    }

    List<String> settings() {
        return settings;
    }
}
