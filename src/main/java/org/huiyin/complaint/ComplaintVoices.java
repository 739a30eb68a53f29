package org.huiyin.complaint;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.huiyin.voice.VoiceOrigin;
import org.springframework.stereotype.Component;

/** Leads from the inbox and the forecast to the complaint that the words are. */
@Component
class ComplaintVoices implements VoiceOrigin {

    private final ComplaintStore store;

    ComplaintVoices(ComplaintStore store) {
        this.store = store;
    }

    @Override
    public String subjectType() {
        return "complaint";
    }

    @Override
    public Map<UUID, Place> places(Collection<UUID> subjects) {
        Map<UUID, Place> places = new HashMap<>();
        for (UUID subject : subjects) {
            store.find(new ComplaintId(subject)).ifPresent(k -> places.put(subject, new Place(k.number(), Handing.path(k))));
        }
        return places;
    }

    @Override
    public boolean asksItself() {
        return true;
    }
}
