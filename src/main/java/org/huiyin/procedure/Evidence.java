package org.huiyin.procedure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What proves each clause, as the modules above tell it. */
@Service
@Transactional(readOnly = true)
public class Evidence {

    private final List<EvidenceSource> sources;

    Evidence(List<EvidenceSource> sources) {
        this.sources = sources;
    }

    /** All lines by clause number. */
    public Map<String, List<EvidenceLine>> all() {
        Map<String, List<EvidenceLine>> all = new HashMap<>();
        for (EvidenceSource source : sources) {
            source.evidence().forEach((clause, lines) -> all.computeIfAbsent(clause, c -> new ArrayList<>()).addAll(lines));
        }
        return all;
    }
}
