package org.huiyin.improvement.eightd.web;

import org.huiyin.improvement.eightd.EightDFilter;
import org.huiyin.improvement.eightd.EightDs;
import org.huiyin.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 8Ds beside the complaints, with the late ones or the open ones; a line of its own where there are no complaints. */
@Configuration(proxyBeanMethods = false)
class EightDMenu {

    @Bean
    MenuEntry eightDEntry(EightDs eightDs) {
        return MenuEntry.of(MenuEntry.Group.LISTEN, 30, "clipboard-check", "improvement.eightd.all", "eightds").tabUnder("complaints").forRight("action.read")
                .counting(actor -> eightDs.count(actor, EightDFilter.late()), actor -> eightDs.count(actor, EightDFilter.open()));
    }
}
