package org.huiyin.notification;

import org.huiyin.kernel.Sentence;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A kind of notice and an event that exist in tests only. */
@Configuration(proxyBeanMethods = false)
class SampleEvents {

    @Bean
    NoteKind sampleNotes() {
        return new NoteKind("sample", new Sentence("web.verbatim", "sample"), true);
    }

    @Bean
    WebhookEvent sampleEvent() {
        return new WebhookEvent("sample.happened", new Sentence("web.verbatim", "sample"));
    }
}
