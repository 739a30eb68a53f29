package org.huiyin.replenishment.web;

import org.huiyin.procedure.Procedures;
import org.huiyin.replenishment.ReplenishmentFilter;
import org.huiyin.replenishment.Replenishments;
import org.huiyin.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Replacement orders in the menu, with the number of late ones; gone where the company has switched complaints off. */
@Configuration(proxyBeanMethods = false)
class ReplenishmentMenu {

    @Bean
    MenuEntry replenishmentEntry(Replenishments orders, Procedures procedures) {
        return MenuEntry.of(MenuEntry.Group.LISTEN, 50, "truck-delivery", "replenishment.menu", "replenishments").forRight("replenish.read")
                .whileOn(() -> procedures.inForce().module("complaint"))
                .counting(actor -> orders.count(actor, ReplenishmentFilter.open().late()), actor -> orders.count(actor, ReplenishmentFilter.open()));
    }
}
