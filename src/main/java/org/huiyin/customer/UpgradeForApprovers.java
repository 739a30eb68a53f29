package org.huiyin.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huiyin.approval.ApprovalContent;
import org.huiyin.customer.grading.ProofRow;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the approver of an upgrade why it is asked, and what of the wanted class the figures give (001/5.4.2.1 b, e). */
@Component
class UpgradeForApprovers implements ApprovalContent {

    private final GradingStore store;
    private final Customers customers;

    UpgradeForApprovers(GradingStore store, Customers customers) {
        this.store = store;
        this.customers = customers;
    }

    @Override
    public String subjectType() {
        return Upgrades.SUBJECT;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> lines(Actor actor, UUID subject) {
        var upgrade = store.upgrade(subject).orElseThrow(NotFound::new);
        var customer = customers.get(upgrade.customer());
        var lines = new ArrayList<Line>();
        lines.add(line("customer.upgrade.line.customer", new Sentence("customer.upgrade.line.named", customer.name(), customer.code()), false));
        lines.add(line("customer.upgrade.line.classes", new Sentence("customer.upgrade.line.fromTo", grade(upgrade.from()), grade(upgrade.to())), true));
        lines.add(line("customer.upgrade.line.reason", said(upgrade.reason()), true));
        store.lastConfirmed(upgrade.customer()).ifPresentOrElse(proof -> proof(lines, proof, upgrade.to()),
                () -> lines.add(line("customer.upgrade.line.proof", new Sentence("customer.upgrade.line.noRun"), false)));
        return lines;
    }

    private static void proof(List<Line> lines, GradingLineView proof, Grade wanted) {
        lines.add(line("customer.upgrade.line.proof", new Sentence("customer.proof.met", grade(wanted), proof.of(wanted), proof.met(wanted)), true));
        proof.proof().stream().filter(row -> row.grade() == wanted).forEach(row -> lines.add(
                new Line(new Sentence("customer.figure." + row.figure()), new Sentence(key(row), had(row)), false)));
    }

    private static String key(ProofRow row) {
        return row.met() ? "customer.upgrade.line.met" : "customer.upgrade.line.unmet";
    }

    private static Sentence had(ProofRow row) {
        var had = row.had();
        if (had == null) {
            return new Sentence("customer.unknown");
        }
        if (had.equals("true") || had.equals("false")) {
            return new Sentence(had.equals("true") ? "customer.yes" : "customer.no");
        }
        if (had.matches("-?\\d+(\\.\\d+)?")) {
            return new Sentence("customer.upgrade.line.figure", new java.math.BigDecimal(had));
        }
        return new Sentence("customer.degree." + row.figure() + "." + had.toLowerCase(Locale.ROOT));
    }

    private static Sentence grade(Grade grade) {
        return new Sentence("customer.grade." + grade.name().toLowerCase(Locale.ROOT));
    }

    private static Sentence said(String words) {
        return new Sentence("web.verbatim", words);
    }

    private static Line line(String label, Sentence value, boolean strong) {
        return new Line(new Sentence(label), value, strong);
    }
}
