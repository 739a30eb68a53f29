package org.huiyin.web;

import java.util.Optional;
import org.huiyin.kernel.Sentence;

/** The procedure and profile in force, which stand at the bottom left of every page; module procedure tells them. */
public interface ProcedureLine {

    Optional<Line> inForce();

    /** The document with its revision, the profile with its version, and the path of both under /c/COMPANY/. */
    record Line(Sentence document, Sentence profile, String path) {}
}
