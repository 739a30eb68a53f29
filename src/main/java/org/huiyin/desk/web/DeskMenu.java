package org.huiyin.desk.web;

import java.util.Optional;
import org.huiyin.desk.Desk;
import org.huiyin.web.MenuEntry;
import org.huiyin.web.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desk and the list of all promises in the menu. */
@Configuration(proxyBeanMethods = false)
class DeskMenu {

    @Bean
    MenuEntry deskEntry(Desk desk) {
        return new Line(MenuEntry.Group.HOME, "home", "desk.title", "", desk);
    }

    @Bean
    MenuEntry promisesEntry(Desk desk) {
        return new Line(MenuEntry.Group.KEEP, "clock", "desk.promises", "promises", desk);
    }

    /** A line with the count of one's own work, or of what is late of it. */
    private record Line(Group group, String icon, String label, String path, Desk desk) implements MenuEntry {

        @Override
        public int order() {
            return 10;
        }

        @Override
        public Optional<Badge> badge(SignedIn.Person person) {
            int[] load = desk.load(person.actor());
            return group == Group.HOME ? Badge.count(load[1]) : Badge.late(load[0]);
        }
    }
}
