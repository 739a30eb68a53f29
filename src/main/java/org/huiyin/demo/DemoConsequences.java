package org.huiyin.demo;

import org.huiyin.analysis.Results;
import org.huiyin.campaign.RoundState;
import org.huiyin.campaign.Rounds;
import org.springframework.stereotype.Component;

/** Draws what follows from signed rounds at once, where a real company waits a second for the job. */
@Component
class DemoConsequences {

    private final Rounds rounds;
    private final Results results;

    DemoConsequences(Rounds rounds, Results results) {
        this.rounds = rounds;
        this.results = results;
    }

    void draw() {
        rounds.list().stream().filter(round -> round.state() == RoundState.FROZEN).forEach(round -> results.draw(round.id()));
    }
}
