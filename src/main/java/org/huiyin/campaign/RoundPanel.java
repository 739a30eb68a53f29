package org.huiyin.campaign;

import java.util.List;
import org.huiyin.customer.CustomerPanel;
import org.huiyin.customer.CustomerView;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rounds in which a customer was asked, on its page. */
@Component
class RoundPanel implements CustomerPanel {

    private static final int MOST = 8;

    private final InvitationStore store;
    private final Rounds rounds;

    RoundPanel(InvitationStore store, Rounds rounds) {
        this.store = store;
        this.rounds = rounds;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable Content of(Actor actor, CustomerView customer) {
        if (!actor.may(Rounds.READ)) {
            return null;
        }
        var all = store.of(customer.id());
        var answered = all.stream().filter(i -> i.state() == InvitationState.ANSWERED).count();
        var fact = all.isEmpty() ? null : new Fact(new Sentence("campaign.round.panel.fact"), answered, new Sentence("campaign.round.panel.of", all.size()), "");
        return new Content("rounds", Place.SIDE, new Sentence("campaign.round.panel"), fact, "rounds", null,
                List.of(new Sentence("campaign.round.round"), new Sentence("campaign.round.way"), new Sentence("campaign.round.stands")),
                all.stream().limit(MOST).map(this::line).toList(), new Sentence("campaign.round.panel.none"));
    }

    private Line line(InvitationView i) {
        var tone = switch (i.state()) {
            case ANSWERED -> "ok";
            case BOUNCED -> "bad";
            case SENT, OPENED -> "info";
            case PREPARED, REVOKED, OPTED_OUT -> "line";
        };
        var state = "campaign.invitationState." + i.state().name().toLowerCase(java.util.Locale.ROOT);
        return new Line(List.of(Cell.of(rounds.get(i.round()).title()),
                Cell.of(new Sentence("campaign.channel." + i.channel().toLowerCase(java.util.Locale.ROOT))), Cell.pill(new Sentence(state), tone)),
                "invitations/" + i.number());
    }
}
