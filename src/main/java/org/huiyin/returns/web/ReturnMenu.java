package org.huiyin.returns.web;

import java.util.Optional;
import org.huiyin.procedure.Procedures;
import org.huiyin.returns.ReturnFilter;
import org.huiyin.returns.Returns;
import org.huiyin.web.MenuEntry;
import org.huiyin.web.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Returns in the menu; gone where the company has switched them off. */
@Component
class ReturnMenu implements MenuEntry {

    private final Returns returns;
    private final Procedures procedures;
    private final TransactionTemplate transaction;

    ReturnMenu(Returns returns, Procedures procedures, TransactionTemplate transaction) {
        this.returns = returns;
        this.procedures = procedures;
        this.transaction = transaction;
    }

    @Override
    public Group group() {
        return Group.LISTEN;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String icon() {
        return "truck-return";
    }

    @Override
    public String label() {
        return "returns.menu";
    }

    @Override
    public String path() {
        return "returns";
    }

    @Override
    public boolean seenBy(SignedIn.Person person) {
        return person.may("return.read") && Boolean.TRUE.equals(transaction.execute(status -> procedures.inForce().module("returns")));
    }

    @Override
    public Optional<Badge> badge(SignedIn.Person person) {
        long late = returns.count(person.actor(), ReturnFilter.open().late());
        return late > 0 ? Badge.late(late) : Badge.count(returns.count(person.actor(), ReturnFilter.open()));
    }
}
