package org.huiyin.organization.web;

import org.huiyin.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SettingsMenu {

    @Bean
    MenuEntry settings() {
        return MenuEntry.of(MenuEntry.Group.EVIDENCE, 90, "settings", "organization.settings", "settings");
    }
}
