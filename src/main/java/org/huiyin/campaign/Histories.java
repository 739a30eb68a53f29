package org.huiyin.campaign;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** Puts the stored events of an invitation into sentences. */
final class Histories {

    private Histories() {}

    static InvitationStep step(InvitationStore.Event event, Map<PersonId, String> names, Map<String, String> contacts) {
        var key = "campaign.round.event." + event.what().toLowerCase(Locale.ROOT);
        var what = switch (event.what()) {
            case "CHANNEL" -> new Sentence(key, way(event.before()), way(event.after()));
            case "SENT" -> new Sentence(key, way(event.after()));
            case "REMINDED" -> event.before().isEmpty()
                    ? new Sentence("campaign.round.event.remindedByHand", way(event.after()))
                    : new Sentence(key, event.before(), way(event.after()));
            case "CONTACT" -> new Sentence(key, contacts.getOrDefault(event.before(), ""), contacts.getOrDefault(event.after(), ""));
            case "ASSIGNED" -> new Sentence(key, names.getOrDefault(new PersonId(UUID.fromString(event.after())), ""));
            default -> new Sentence(key);
        };
        return new InvitationStep(what, event.reason(), name(event.by(), names), event.at());
    }

    private static @Nullable String name(@Nullable PersonId by, Map<PersonId, String> names) {
        return by == null ? null : names.get(by);
    }

    private static Sentence way(String channel) {
        return new Sentence("campaign.channel." + channel.toLowerCase(Locale.ROOT));
    }
}
