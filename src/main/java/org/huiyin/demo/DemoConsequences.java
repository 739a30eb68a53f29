package org.huiyin.demo;

import org.huiyin.analysis.Drawing;
import org.huiyin.campaign.RoundState;
import org.huiyin.campaign.Rounds;
import org.springframework.stereotype.Component;

/** Draws what follows from signed rounds at once, where a real company waits a second for the job. */
@Component
class DemoConsequences {

    private final Rounds rounds;
    private final Drawing drawing;

    DemoConsequences(Rounds rounds, Drawing drawing) {
        this.rounds = rounds;
        this.drawing = drawing;
    }

    void draw() {
        rounds.list().stream().filter(round -> round.state() == RoundState.FROZEN).forEach(round -> drawing.now(round.id()));
    }
}
