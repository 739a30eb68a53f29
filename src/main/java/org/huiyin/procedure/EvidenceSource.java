package org.huiyin.procedure;

import java.util.List;
import java.util.Map;

/** Knows which records prove that a clause is kept; a bean of the module that keeps them, asked inside the company. */
public interface EvidenceSource {

    /** Lines by clause number, such as 5.4.2.1a. */
    Map<String, List<EvidenceLine>> evidence();
}
