package org.huiyin.organization;

import java.util.List;
import org.huiyin.kernel.Sentence;

/**
 * A procedure that a new company may start from.
 *
 * @param code such as {@code P001}
 * @param facts how often is asked, who is asked, how is scored, what counts as too low, in how many days a complaint is answered
 */
public record Preset(String code, Sentence name, Sentence note, List<Sentence> facts) {

    public Preset {
        facts = List.copyOf(facts);
    }
}
