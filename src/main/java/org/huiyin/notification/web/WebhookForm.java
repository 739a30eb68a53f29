package org.huiyin.notification.web;

import java.util.Set;
import org.huiyin.notification.WebhookView;
import org.jspecify.annotations.Nullable;

/** What is typed about a webhook. */
public record WebhookForm(@Nullable String url, @Nullable Set<String> events, @Nullable Boolean on, @Nullable Integer version) {

    static final WebhookForm EMPTY = new WebhookForm("", Set.of(), true, 0);

    static WebhookForm of(WebhookView view) {
        return new WebhookForm(view.url(), view.events(), view.state() == WebhookView.State.ON, view.version());
    }

    public String address() {
        return url == null ? "" : url;
    }

    public Set<String> chosen() {
        return events == null ? Set.of() : events;
    }

    public boolean wanted() {
        return on != null && on;
    }

    public int seen() {
        return version == null ? 0 : version;
    }
}
