package org.huiyin.customer.web;

import org.huiyin.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CustomerMenu {

    @Bean
    MenuEntry customersEntry() {
        return MenuEntry.of(MenuEntry.Group.CUSTOMERS, 10, "users", "customer.menu", "customers").forRight("customer.read");
    }

    @Bean
    MenuEntry gradingsEntry() {
        return MenuEntry.of(MenuEntry.Group.CUSTOMERS, 20, "id-badge-2", "customer.grading.menu", "gradings").forRight("customer.readAll");
    }
}
