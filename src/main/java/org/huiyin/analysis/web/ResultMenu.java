package org.huiyin.analysis.web;

import org.huiyin.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Results in the menu, for those who may read them. */
@Configuration(proxyBeanMethods = false)
class ResultMenu {

    @Bean
    MenuEntry resultEntry() {
        return MenuEntry.of(MenuEntry.Group.ASK, 20, "chart-bar", "analysis.results", "results").forRight("result.read");
    }
}
