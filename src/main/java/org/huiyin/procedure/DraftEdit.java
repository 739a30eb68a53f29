package org.huiyin.procedure;

import java.time.Instant;
import org.huiyin.kernel.PersonId;
import tools.jackson.databind.JsonNode;

/** One change of one setting of a draft: who, when, from what to what. */
public record DraftEdit(int version, String path, JsonNode before, JsonNode after, PersonId by, Instant at) {}
