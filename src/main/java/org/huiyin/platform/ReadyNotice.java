package org.huiyin.platform;

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

    ReadyNotice(@Value("${huiyin.base-url:}") String baseUrl, @Value("${huiyin.home:data}") String home) {
        this.baseUrl = baseUrl;
        this.home = home;
    }

    @EventListener
    @SuppressWarnings("SystemOut")
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            var local = "http://localhost:" + web.getWebServer().getPort();
            System.out.printf("%n  Huiyin 回音  →  %s%n  data folder  →  %s%n  stop with Ctrl-C%n%n", baseUrl.isBlank() ? local : baseUrl, home);
        }
    }
}
