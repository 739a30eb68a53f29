package org.huiyin.claims.web;

import java.util.Optional;
import org.huiyin.claims.ClaimFilter;
import org.huiyin.claims.Claims;
import org.huiyin.claims.NoticeFilter;
import org.huiyin.claims.NoticeState;
import org.huiyin.claims.Notices;
import org.huiyin.procedure.Procedures;
import org.huiyin.web.MenuEntry;
import org.huiyin.web.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Claims and notices in the menu; gone where the company has switched them off. */
@Configuration(proxyBeanMethods = false)
class ClaimsMenu {

    @Bean
    MenuEntry claimsEntry(Claims claims, Procedures procedures, TransactionTemplate transaction) {
        return new Entry(MenuEntry.of(MenuEntry.Group.LISTEN, 60, "scale", "claims.menu", "claims"), "claims", procedures, transaction) {
            @Override
            public Optional<Badge> badge(SignedIn.Person person) {
                long late = claims.count(person.actor(), ClaimFilter.all().late());
                return late > 0 ? Badge.late(late) : Badge.count(claims.count(person.actor(), ClaimFilter.all().open()));
            }
        };
    }

    @Bean
    MenuEntry unitNoticesEntry(Notices notices, Procedures procedures, TransactionTemplate transaction) {
        return new Entry(MenuEntry.of(MenuEntry.Group.LISTEN, 65, "rubber-stamp", "claims.notices", "unit-notices"), "notices", procedures, transaction) {
            @Override
            public Optional<Badge> badge(SignedIn.Person person) {
                return Badge.count(notices.count(person.actor(), NoticeFilter.all().in(NoticeState.OBJECTED)));
            }
        };
    }

    /** A line for those who may read claims, while the part is switched on. */
    private static class Entry implements MenuEntry {

        private final MenuEntry plain;
        private final String part;
        private final Procedures procedures;
        private final TransactionTemplate transaction;

        Entry(MenuEntry plain, String part, Procedures procedures, TransactionTemplate transaction) {
            this.plain = plain;
            this.part = part;
            this.procedures = procedures;
            this.transaction = transaction;
        }

        @Override
        public Group group() {
            return plain.group();
        }

        @Override
        public int order() {
            return plain.order();
        }

        @Override
        public String icon() {
            return plain.icon();
        }

        @Override
        public String label() {
            return plain.label();
        }

        @Override
        public String path() {
            return plain.path();
        }

        @Override
        public boolean seenBy(SignedIn.Person person) {
            return person.may("claim.read") && Boolean.TRUE.equals(transaction.execute(status -> procedures.inForce().module(part)));
        }
    }
}
