package org.huiyin.voice.web;

import org.huiyin.voice.VoiceFilter;
import org.huiyin.voice.VoiceState;
import org.huiyin.voice.Voices;
import org.huiyin.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The inbox in the menu and the button with the key N. */
@Configuration(proxyBeanMethods = false)
class VoiceMenu {

    private static final String READ = "voice.read";

    @Bean
    MenuEntry inboxEntry(Voices voices) {
        return MenuEntry.of(MenuEntry.Group.LISTEN, 10, "inbox", "voice.inbox", "voices").forRight(READ).counting(
                actor -> voices.count(actor, VoiceFilter.all().in(VoiceState.OVERDUE)), actor -> voices.count(actor, VoiceFilter.all().in(VoiceState.OPEN)));
    }

    @Bean
    MenuEntry echoEntry() {
        return MenuEntry.of(MenuEntry.Group.LISTEN, 20, "chart-dots", "voice.rate", "echo").forRight(READ);
    }

    @Bean
    MenuEntry forecastEntry() {
        return MenuEntry.of(MenuEntry.Group.KEEP, 12, "calendar-event", "voice.forecast", "forecast").forRight(READ);
    }

    @Bean
    MenuEntry noteEntry() {
        return MenuEntry.of(MenuEntry.Group.INTAKE, 10, "ear", "voice.note", "voices/new").forRight("voice.record");
    }
}
