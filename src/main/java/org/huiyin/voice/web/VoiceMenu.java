package org.huiyin.voice.web;

import java.util.Optional;
import org.huiyin.voice.VoiceFilter;
import org.huiyin.voice.VoiceState;
import org.huiyin.voice.Voices;
import org.huiyin.web.MenuEntry;
import org.huiyin.web.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The inbox in the menu and the button with the key N. */
@Configuration(proxyBeanMethods = false)
class VoiceMenu {

    @Bean
    MenuEntry inboxEntry(Voices voices) {
        return new Entry(MenuEntry.Group.LISTEN, 10, "inbox", "voice.inbox", "voices", "voice.read") {
            @Override
            public Optional<Badge> badge(SignedIn.Person person) {
                long late = voices.count(person.actor(), VoiceFilter.all().in(VoiceState.OVERDUE));
                return late > 0 ? Badge.late(late) : Badge.count(voices.count(person.actor(), VoiceFilter.all().in(VoiceState.OPEN)));
            }
        };
    }

    @Bean
    MenuEntry echoEntry() {
        return new Entry(MenuEntry.Group.LISTEN, 20, "chart-dots", "voice.rate", "echo", "voice.read");
    }

    @Bean
    MenuEntry forecastEntry() {
        return new Entry(MenuEntry.Group.KEEP, 12, "calendar-event", "voice.forecast", "forecast", "voice.read");
    }

    @Bean
    MenuEntry noteEntry() {
        return new Entry(MenuEntry.Group.INTAKE, 10, "ear", "voice.note", "voices/new", "voice.record");
    }

    /** A line for those who hold a right. */
    private static class Entry implements MenuEntry {

        private final MenuEntry plain;
        private final String right;

        Entry(Group group, int order, String icon, String label, String path, String right) {
            this.plain = MenuEntry.of(group, order, icon, label, path);
            this.right = right;
        }

        @Override
        public Group group() {
            return plain.group();
        }

        @Override
        public int order() {
            return plain.order();
        }

        @Override
        public String icon() {
            return plain.icon();
        }

        @Override
        public String label() {
            return plain.label();
        }

        @Override
        public String path() {
            return plain.path();
        }

        @Override
        public boolean seenBy(SignedIn.Person person) {
            return person.may(right);
        }
    }
}
