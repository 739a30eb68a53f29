package org.huiyin.web;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.huiyin.kernel.Sentence;

/** The procedure and profile in force, which stand at the bottom left of every page; module procedure tells them. */
public interface ProcedureLine {

    Optional<Line> inForce();

    /**
     * The document with its revision, the profile with its version, the path of both under /c/COMPANY/, the numbers of its clauses.
     *
     * @param matters the number of the clause that speaks of a matter, such as "complaint.notOurs"; empty where none does
     */
    record Line(Sentence document, Sentence profile, String path, Set<String> clauses, UnaryOperator<String> matters) {

        public Line {
            clauses = Set.copyOf(clauses);
        }
    }
}
