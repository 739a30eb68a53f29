package org.huiyin.returns.web;

import org.huiyin.procedure.Procedures;
import org.huiyin.returns.ReturnFilter;
import org.huiyin.returns.Returns;
import org.huiyin.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Returns in the menu; gone where the company has switched them off. */
@Configuration(proxyBeanMethods = false)
class ReturnMenu {

    @Bean
    MenuEntry returnEntry(Returns returns, Procedures procedures) {
        return MenuEntry.of(MenuEntry.Group.LISTEN, 40, "truck-return", "returns.menu", "returns").forRight("return.read")
                .whileOn(() -> procedures.inForce().module("returns"))
                .counting(actor -> returns.count(actor, ReturnFilter.open().late()), actor -> returns.count(actor, ReturnFilter.open()));
    }
}
