package org.huiyin.desk.web;

import java.util.Optional;
import org.huiyin.desk.Load;
import org.huiyin.web.MenuEntry;
import org.huiyin.web.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desk and the list of all promises in the menu. */
@Configuration(proxyBeanMethods = false)
class DeskMenu {

    @Bean
    MenuEntry deskEntry(Load load) {
        return new Line(MenuEntry.Group.HOME, "home", "desk.title", "", load);
    }

    @Bean
    MenuEntry promisesEntry(Load load) {
        return new Line(MenuEntry.Group.KEEP, "clock", "desk.promises", "promises", load);
    }

    /** A line with the count of one's own work, or of what is late of it. */
    private record Line(Group group, String icon, String label, String path, Load load) implements MenuEntry {

        @Override
        public int order() {
            return 10;
        }

        @Override
        public Optional<Badge> badge(SignedIn.Person person) {
            var mine = load.of(person.actor());
            return group == Group.HOME ? Badge.count(mine.all()) : Badge.late(mine.late());
        }
    }
}
