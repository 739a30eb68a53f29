package org.huiyin.web;

import java.util.Optional;
import java.util.Set;
import org.huiyin.kernel.Sentence;

/** The procedure and profile in force, which stand at the bottom left of every page; module procedure tells them. */
public interface ProcedureLine {

    Optional<Line> inForce();

    /** The document with its revision, the profile with its version, the path of both under /c/COMPANY/, and the numbers of its clauses. */
    record Line(Sentence document, Sentence profile, String path, Set<String> clauses) {

        public Line {
            clauses = Set.copyOf(clauses);
        }
    }
}
