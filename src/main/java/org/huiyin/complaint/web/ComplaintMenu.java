package org.huiyin.complaint.web;

import java.util.Optional;
import org.huiyin.complaint.ComplaintFilter;
import org.huiyin.complaint.Complaints;
import org.huiyin.procedure.Procedures;
import org.huiyin.web.MenuEntry;
import org.huiyin.web.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Complaints in the menu, and the button with the key N; gone where the company has switched them off. */
@Configuration(proxyBeanMethods = false)
class ComplaintMenu {

    private static final int COUNTED = 1_000;
    private static final String LINE = "complaints";

    @Bean
    MenuEntry complaintEntry(Complaints complaints, Procedures procedures, TransactionTemplate transaction) {
        return new Entry(MenuEntry.of(MenuEntry.Group.LISTEN, 30, "message-circle-exclamation", "complaint.menu.both", LINE), "complaint.read", procedures, transaction) {
            @Override
            public Optional<Badge> badge(SignedIn.Person person) {
                long late = complaints.countUpTo(person.actor(), ComplaintFilter.open().late(), COUNTED);
                return late > 0 ? Badge.late(late) : Badge.count(complaints.countUpTo(person.actor(), ComplaintFilter.open(), COUNTED));
            }
        };
    }

    @Bean
    MenuEntry complaintIntakeEntry(Procedures procedures, TransactionTemplate transaction) {
        return new Entry(MenuEntry.of(MenuEntry.Group.INTAKE, 5, "ear", "complaint.intake", "complaints/new"), "complaint.record", procedures, transaction);
    }

    @Bean
    MenuEntry complaintListTab(Procedures procedures, TransactionTemplate transaction) {
        return new Tab(MenuEntry.of(MenuEntry.Group.LISTEN, 10, "list-details", "complaint.tab.list", LINE), procedures, transaction);
    }

    @Bean
    MenuEntry complaintBoardTab(Procedures procedures, TransactionTemplate transaction) {
        return new Tab(MenuEntry.of(MenuEntry.Group.LISTEN, 20, "layout-dashboard", "complaint.tab.board", "complaints/board"), procedures, transaction);
    }

    @Bean
    MenuEntry complaintFiguresTab(Procedures procedures, TransactionTemplate transaction) {
        return new Tab(MenuEntry.of(MenuEntry.Group.LISTEN, 60, "chart-bar", "complaint.tab.figures", "complaints/figures"), procedures, transaction);
    }

    @Bean
    MenuEntry complaintLotsTab(Procedures procedures, TransactionTemplate transaction) {
        return new Tab(MenuEntry.of(MenuEntry.Group.LISTEN, 40, "search", "complaint.tab.lots", "lots"), procedures, transaction);
    }

    @Bean
    MenuEntry complaintRequestsTab(Procedures procedures, TransactionTemplate transaction) {
        return new Tab(MenuEntry.of(MenuEntry.Group.LISTEN, 50, "inbox", "complaint.tab.requests", "requests"), procedures, transaction);
    }

    /** A tab under the line of complaints. */
    private static final class Tab extends Entry {

        Tab(MenuEntry plain, Procedures procedures, TransactionTemplate transaction) {
            super(plain, "complaint.read", procedures, transaction);
        }

        @Override
        public String under() {
            return LINE;
        }
    }

    /** A line for those who hold a right, while the part is switched on. */
    private static class Entry implements MenuEntry {

        private final MenuEntry plain;
        private final String right;
        private final Procedures procedures;
        private final TransactionTemplate transaction;

        Entry(MenuEntry plain, String right, Procedures procedures, TransactionTemplate transaction) {
            this.plain = plain;
            this.right = right;
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
            return person.may(right) && Boolean.TRUE.equals(transaction.execute(status -> procedures.inForce().module("complaint")));
        }
    }
}
