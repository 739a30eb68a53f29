package org.huiyin.analysis;

import java.util.UUID;

/** Orders the folding of a round; with a freeze number the folded result is kept for good. */
record FoldOrder(UUID round, int freeze) {

    static final String JOB = "analysis.fold";
}
