package org.huiyin.notification;

import java.time.Instant;
import java.util.UUID;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;

/** A notice in somebody's inbox; the path leads to what it is about, below the company's address. */
public record NoteView(UUID id, String kind, Sentence title, SubjectRef about, String path, Instant at, boolean read) {}
