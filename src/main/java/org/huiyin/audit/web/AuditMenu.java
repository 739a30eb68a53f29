package org.huiyin.audit.web;

import org.huiyin.audit.AuditTrail;
import org.huiyin.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditMenu {

    @Bean
    MenuEntry auditEntry() {
        return MenuEntry.of(MenuEntry.Group.EVIDENCE, 80, "history", "audit.trail", "audit").forRight(AuditTrail.READ);
    }
}
