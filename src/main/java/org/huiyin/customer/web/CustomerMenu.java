package org.huiyin.customer.web;

import org.huiyin.web.MenuEntry;
import org.huiyin.web.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CustomerMenu {

    @Bean
    MenuEntry customersEntry() {
        return entry(10, "users", "customer.menu", "customers", "customer.read");
    }

    @Bean
    MenuEntry gradingsEntry() {
        return entry(20, "id-badge-2", "customer.grading.menu", "gradings", "customer.readAll");
    }

    private static MenuEntry entry(int order, String icon, String label, String path, String right) {
        return new Guarded(MenuEntry.Group.CUSTOMERS, order, icon, label, path, right);
    }

    /** A line for those who hold the right. */
    private record Guarded(MenuEntry.Group group, int order, String icon, String label, String path, String right) implements MenuEntry {

        @Override
        public boolean seenBy(SignedIn.Person person) {
            return person.may(right);
        }
    }
}
