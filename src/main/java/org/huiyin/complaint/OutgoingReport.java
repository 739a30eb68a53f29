package org.huiyin.complaint;

import org.huiyin.kernel.Actor;
import org.huiyin.web.Language;

/** Makes the report that goes to the customer: that of the 8D where steps of it have ended, else the complaint's (MJ-QP-12-03). */
public interface OutgoingReport {

    /** The report with the words that are about to be sent. */
    Report outgoing(Actor actor, ComplaintView complaint, Language language, String sending);
}
