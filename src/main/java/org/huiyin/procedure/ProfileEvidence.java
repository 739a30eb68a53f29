package org.huiyin.procedure;

import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Sentence;
import org.springframework.stereotype.Component;

/** The versions of the profile prove the revision history. */
@Component
class ProfileEvidence implements EvidenceSource {

    private final ProfileStore store;

    ProfileEvidence(ProfileStore store) {
        this.store = store;
    }

    @Override
    public Map<String, List<EvidenceLine>> evidence() {
        int versions = store.all().size();
        return Map.of("profile.versions", List.of(new EvidenceLine(new Sentence("procedure.evidence.versions", versions), "procedure/versions", versions, false)));
    }
}
