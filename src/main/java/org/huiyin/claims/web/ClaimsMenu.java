package org.huiyin.claims.web;

import org.huiyin.claims.ClaimFilter;
import org.huiyin.claims.Claims;
import org.huiyin.claims.NoticeFilter;
import org.huiyin.claims.NoticeState;
import org.huiyin.claims.Notices;
import org.huiyin.procedure.Procedures;
import org.huiyin.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Claims and notices in the menu; gone where the company has switched them off. */
@Configuration(proxyBeanMethods = false)
class ClaimsMenu {

    private static final String READ = "claim.read";

    @Bean
    MenuEntry claimsEntry(Claims claims, Procedures procedures) {
        return MenuEntry.of(MenuEntry.Group.LISTEN, 60, "scale", "claims.menu", "claims").forRight(READ).whileOn(() -> procedures.inForce().module("claims"))
                .counting(actor -> claims.count(actor, ClaimFilter.all().late()), actor -> claims.count(actor, ClaimFilter.all().open()));
    }

    @Bean
    MenuEntry unitNoticesEntry(Notices notices, Procedures procedures) {
        return MenuEntry.of(MenuEntry.Group.LISTEN, 65, "rubber-stamp", "claims.notices", "unit-notices").forRight(READ)
                .whileOn(() -> procedures.inForce().module("notices"))
                .with(person -> MenuEntry.Badge.count(notices.count(person.actor(), NoticeFilter.all().in(NoticeState.OBJECTED))));
    }
}
