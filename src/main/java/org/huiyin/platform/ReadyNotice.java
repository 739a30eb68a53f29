package org.huiyin.platform;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells who started Huiyin where to find it. */
@Component
class ReadyNotice {

    private final String baseUrl;
    private final String home;
    private final ObjectProvider<ReadyLine> lines;

    ReadyNotice(ObjectProvider<ReadyLine> lines, @Value("${huiyin.base-url:}") String baseUrl, @Value("${huiyin.home:data}") String home) {
        this.baseUrl = baseUrl;
        this.home = home;
        this.lines = lines;
    }

    @EventListener
    @SuppressWarnings("SystemOut")
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            var local = "http://localhost:" + web.getWebServer().getPort();
            var address = baseUrl.isBlank() ? local : baseUrl.replaceAll("/+$", "");
            System.out.printf("%n  Huiyin 回音  →  %s%n  data folder  →  %s%n", address, home);
            lines.orderedStream().flatMap(line -> line.line(address).stream()).forEach(line -> System.out.printf("  %s%n", line));
            System.out.printf("  stop with Ctrl-C%n%n");
        }
    }
}
