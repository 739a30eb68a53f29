package org.huiyin.analysis.web;

import org.huiyin.analysis.ConsequenceRow;
import org.huiyin.kernel.Sentence;

/** What followed for a customer, with number, address and state of the action or voice. */
public record Followed(ConsequenceRow row, String number, String path, Sentence state, boolean open) {}
