package org.huiyin.complaint;

import java.time.Instant;

/** That a complaint was closed in a round; opening it again leaves this untouched (T-REOPEN). */
public record Closure(int round, Instant at) {}
