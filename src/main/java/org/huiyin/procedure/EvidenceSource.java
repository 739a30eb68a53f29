package org.huiyin.procedure;

import java.util.List;
import java.util.Map;

/** Knows which records prove that the procedure is kept; a bean of the module that keeps them, asked inside the company. */
public interface EvidenceSource {

    /** Lines by matter, such as "complaint.notOurs" (procedure/matters.json); the procedure in force says which clause speaks of it. */
    Map<String, List<EvidenceLine>> evidence();
}
