package org.huiyin.complaint.web;

import java.time.Instant;
import java.util.List;
import org.huiyin.complaint.Alike;
import org.huiyin.kernel.Deadline;
import org.huiyin.kernel.Sentence;
import org.huiyin.web.Due;
import org.jspecify.annotations.Nullable;

/**
 * What will follow when the form is sent, and what it is like.
 *
 * @param house when the company's own rule would have it, where the customer's date goes before it
 */
public record After(Deadline due, Due.Why why, Instant since, @Nullable Instant house, @Nullable Instant assessment, List<Alike> alike, List<Sentence> doubts,
        List<String> hints, List<String> vins) {}
