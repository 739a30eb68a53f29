package org.huiyin.campaign;

import org.huiyin.kernel.Sentence;
import org.huiyin.notification.NoteKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RoundNotes {

    /** A mail that came back should not wait for the next look at the round. */
    @Bean
    NoteKind invitationNotes() {
        return new NoteKind("invitation", new Sentence("campaign.round.notes"), true);
    }
}
