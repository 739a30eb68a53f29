package org.huiyin.analysis;

import java.util.UUID;

/** Orders what follows from a frozen round. */
record ConsequenceOrder(UUID round) {

    static final String JOB = "analysis.consequences";
}
