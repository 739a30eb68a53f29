package org.huiyin.campaign.web;

import java.util.Locale;
import java.util.Optional;
import org.huiyin.campaign.Rounds;
import org.huiyin.kernel.Sentence;
import org.huiyin.web.MenuEntry;
import org.huiyin.web.SignedIn;
import org.springframework.stereotype.Component;

/** The rounds in the menu, with the state of the one under way. */
@Component
class RoundMenu implements MenuEntry {

    private final Rounds rounds;

    RoundMenu(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public Group group() {
        return Group.ASK;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String icon() {
        return "send";
    }

    @Override
    public String label() {
        return "campaign.round.list";
    }

    @Override
    public String path() {
        return "rounds";
    }

    @Override
    public boolean covers(String page) {
        return MenuEntry.super.covers(page) || page.startsWith("invitations/");
    }

    @Override
    public boolean seenBy(SignedIn.Person person) {
        return person.may("round.read");
    }

    @Override
    public Optional<Badge> badge(SignedIn.Person person) {
        return rounds.list(person.actor()).stream().filter(round -> round.state().takesAnswers()).findFirst()
                .map(round -> new Badge(new Sentence("campaign.roundState." + round.state().name().toLowerCase(Locale.ROOT)), false));
    }
}
