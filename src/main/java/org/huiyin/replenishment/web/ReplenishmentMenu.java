package org.huiyin.replenishment.web;

import java.util.Optional;
import org.huiyin.procedure.Procedures;
import org.huiyin.replenishment.ReplenishmentFilter;
import org.huiyin.replenishment.Replenishments;
import org.huiyin.web.MenuEntry;
import org.huiyin.web.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Replacement orders in the menu, with the number of late ones; gone where the company has switched returns off. */
@Component
class ReplenishmentMenu implements MenuEntry {

    private final Replenishments orders;
    private final Procedures procedures;
    private final TransactionTemplate transaction;

    ReplenishmentMenu(Replenishments orders, Procedures procedures, TransactionTemplate transaction) {
        this.orders = orders;
        this.procedures = procedures;
        this.transaction = transaction;
    }

    @Override
    public Group group() {
        return Group.LISTEN;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String icon() {
        return "truck-delivery";
    }

    @Override
    public String label() {
        return "replenishment.menu";
    }

    @Override
    public String path() {
        return "replenishments";
    }

    @Override
    public boolean seenBy(SignedIn.Person person) {
        return person.may("replenish.read") && Boolean.TRUE.equals(transaction.execute(status -> procedures.inForce().module("complaint")));
    }

    @Override
    public Optional<Badge> badge(SignedIn.Person person) {
        long late = orders.count(person.actor(), ReplenishmentFilter.open().late());
        return late > 0 ? Badge.late(late) : Badge.count(orders.count(person.actor(), ReplenishmentFilter.open()));
    }
}
