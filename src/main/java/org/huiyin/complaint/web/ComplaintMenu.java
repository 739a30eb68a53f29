package org.huiyin.complaint.web;

import org.huiyin.complaint.ComplaintFilter;
import org.huiyin.complaint.Complaints;
import org.huiyin.procedure.Procedures;
import org.huiyin.web.MenuEntry;
import org.huiyin.web.PlainEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Complaints in the menu, and the button with the key N; gone where the company has switched them off. */
@Configuration(proxyBeanMethods = false)
class ComplaintMenu {

    private static final int COUNTED = 1_000;
    private static final String LINE = "complaints";

    private final Procedures procedures;

    ComplaintMenu(Procedures procedures) {
        this.procedures = procedures;
    }

    @Bean
    MenuEntry complaintEntry(Complaints complaints) {
        return switched(30, "message-circle-exclamation", "complaint.menu.both", LINE).counting(
                actor -> complaints.countUpTo(actor, ComplaintFilter.open().late(), COUNTED), actor -> complaints.countUpTo(actor, ComplaintFilter.open(), COUNTED));
    }

    @Bean
    MenuEntry complaintIntakeEntry() {
        return MenuEntry.of(MenuEntry.Group.INTAKE, 5, "ear", "complaint.intake", "complaints/new").forRight("complaint.record").whileOn(this::on);
    }

    @Bean
    MenuEntry complaintListTab() {
        return switched(10, "list-details", "complaint.tab.list", LINE).tabUnder(LINE);
    }

    @Bean
    MenuEntry complaintBoardTab() {
        return switched(20, "layout-dashboard", "complaint.tab.board", "complaints/board").tabUnder(LINE);
    }

    @Bean
    MenuEntry complaintFiguresTab() {
        return switched(60, "chart-bar", "complaint.tab.figures", "complaints/figures").tabUnder(LINE);
    }

    @Bean
    MenuEntry complaintLotsTab() {
        return switched(40, "search", "complaint.tab.lots", "lots").tabUnder(LINE);
    }

    @Bean
    MenuEntry complaintRequestsTab() {
        return switched(50, "inbox", "complaint.tab.requests", "requests").tabUnder(LINE);
    }

    private PlainEntry switched(int order, String icon, String label, String path) {
        return MenuEntry.of(MenuEntry.Group.LISTEN, order, icon, label, path).forRight("complaint.read").whileOn(this::on);
    }

    private boolean on() {
        return procedures.inForce().module("complaint");
    }
}
