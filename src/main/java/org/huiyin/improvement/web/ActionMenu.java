package org.huiyin.improvement.web;

import org.huiyin.improvement.ActionFilter;
import org.huiyin.improvement.Actions;
import org.huiyin.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Corrective and preventive actions in the menu, with the late ones or the open ones. */
@Configuration(proxyBeanMethods = false)
class ActionMenu {

    private static final ActionFilter LATE = new ActionFilter("", null, true, true, null, null, null, null, null, 1, 1);

    @Bean
    MenuEntry actionEntry(Actions actions) {
        return MenuEntry.of(MenuEntry.Group.KEEP, 20, "tool", "improvement.actions", "actions").forRight("action.read")
                .counting(actor -> actions.count(actor, LATE), actor -> actions.count(actor, ActionFilter.open()));
    }
}
