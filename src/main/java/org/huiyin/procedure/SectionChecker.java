package org.huiyin.procedure;

import java.util.List;
import org.huiyin.kernel.Sentence;
import tools.jackson.databind.JsonNode;

/** Finds contradictions in a section of the profile; a bean of the module that uses it. Each sentence refuses the submission. */
public interface SectionChecker {

    String section();

    List<Sentence> check(JsonNode section, JsonNode wholeProfile);
}
