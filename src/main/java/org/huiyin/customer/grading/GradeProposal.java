package org.huiyin.customer.grading;

import java.util.List;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.Sentence;

/**
 * What a grading run proposes for a customer: one class, or several between which a person must decide, best first; no
 * class at all is unclassified. The proof rows are stored with it (001/5.4.2.1b, e).
 */
public record GradeProposal(List<Grade> classes, List<ProofRow> proof, List<Sentence> notes) {

    public GradeProposal {
        classes = List.copyOf(classes);
        proof = List.copyOf(proof);
        notes = List.copyOf(notes);
    }

    public boolean decisionRequired() {
        return classes.size() > 1;
    }

    /** The proposed class; unclassified while a decision is required or where none fits. */
    public Grade grade() {
        return classes.size() == 1 ? classes.getFirst() : Grade.UNCLASSIFIED;
    }
}
