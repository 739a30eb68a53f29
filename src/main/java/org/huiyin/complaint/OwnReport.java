package org.huiyin.complaint;

import org.huiyin.kernel.Actor;
import org.huiyin.web.Language;

/** Draws the complaint's own report (MJ-QP-12-03). */
public interface OwnReport {

    /** The report as it stands now, with the words that are about to be sent. */
    Report report(Actor actor, ComplaintView complaint, Language language, String sending);
}
