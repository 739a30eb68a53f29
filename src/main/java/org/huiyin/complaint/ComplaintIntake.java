package org.huiyin.complaint;

import java.util.Optional;
import org.huiyin.kernel.Actor;
import org.huiyin.procedure.Procedures;
import org.huiyin.voice.VoiceIntake;
import org.huiyin.voice.VoiceKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A complaint that somebody begins as a quick note is taken in as one, with its lines, its number and its promises (001/5.2.1.1). */
@Component
class ComplaintIntake implements VoiceIntake {

    private final Procedures procedures;

    ComplaintIntake(Procedures procedures) {
        this.procedures = procedures;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> path(Actor actor, VoiceKind kind) {
        return kind == VoiceKind.COMPLAINT && actor.may("complaint.record") && procedures.inForce().module("complaint") ? Optional.of("complaints/new/told") : Optional.empty();
    }
}
