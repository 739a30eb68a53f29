package org.huiyin.procedure;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What proves each clause, as the modules above tell it. */
@Service
@Transactional(readOnly = true)
public class Evidence {

    private final List<EvidenceSource> sources;
    private final Procedures procedures;

    Evidence(List<EvidenceSource> sources, Procedures procedures) {
        this.sources = sources;
        this.procedures = procedures;
    }

    /** All lines by the number that the procedure in force gives their clause; a clause that speaks of several matters shows a line once. */
    public Map<String, List<EvidenceLine>> all() {
        var version = procedures.inForce();
        Map<String, Set<EvidenceLine>> found = new HashMap<>();
        for (EvidenceSource source : sources) {
            source.evidence().forEach((matter, lines) -> version.clausesFor(matter)
                    .forEach(clause -> found.computeIfAbsent(clause, c -> new LinkedHashSet<>()).addAll(lines)));
        }
        Map<String, List<EvidenceLine>> all = new HashMap<>();
        found.forEach((clause, lines) -> all.put(clause, List.copyOf(lines)));
        return all;
    }
}
