package org.huiyin.returns;

import java.time.Instant;
import org.huiyin.kernel.PersonId;

/** An act of the story of a return, with the stage that it led to. */
public record ReturnEvent(String verb, String words, ReturnStage stage, PersonId by, Instant at) {}
