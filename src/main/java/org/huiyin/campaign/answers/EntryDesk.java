package org.huiyin.campaign.answers;

import java.util.List;
import org.huiyin.campaign.InvitationView;
import org.huiyin.campaign.RoundView;
import org.jspecify.annotations.Nullable;

/** What waits to be written down in a round: contacts without an answer, and paper forms between two people. */
public record EntryDesk(RoundView round, List<Line> silent, List<PaperLine> papers) {

    /** A contact who has not answered. */
    public record Line(InvitationView invitation, String customer, String contact) {}

    /** A paper form that has been typed in, and why this person may not check it, if so. */
    public record PaperLine(PaperEntry entry, InvitationView invitation, String customer, String contact, boolean own, @Nullable String typist) {}

    public EntryDesk {
        silent = List.copyOf(silent);
        papers = List.copyOf(papers);
    }
}
