package org.huiyin.notification;

import java.util.Set;

/** What somebody wants by mail: these kinds at once, the rest of what is unread as a daily summary. */
public record Wishes(Set<String> mailKinds, boolean digest) {

    public Wishes {
        mailKinds = Set.copyOf(mailKinds);
    }
}
