package org.huiyin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: one process that serves every company of an installation. */
@SpringBootApplication
public class Huiyin {

    /** Starts Huiyin; commands and settings are described in docs/operating.md. */
    public static void main(String[] args) {
        SpringApplication.run(Huiyin.class, args);
    }
}
