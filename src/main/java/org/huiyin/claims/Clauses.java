package org.huiyin.claims;

import org.huiyin.procedure.Clause;
import org.huiyin.procedure.ProfileVersion;

/** The clause of the company's procedure that asks for a part of the software. */
final class Clauses {

    private Clauses() {}

    static String of(ProfileVersion profile, String part) {
        return profile.clauses().stream().filter(clause -> part.equals(clause.part())).map(Clause::number).findFirst().orElse("");
    }
}
