package org.huiyin.claims.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.huiyin.claims.ClaimFilter;
import org.huiyin.claims.ClaimState;
import org.huiyin.claims.ClaimView;
import org.huiyin.claims.Claims;
import org.huiyin.claims.NoticeFilter;
import org.huiyin.claims.Notices;
import org.huiyin.claims.Responsibilities;
import org.huiyin.complaint.ComplaintPanel;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Money;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** On the complaint's page: its claims, who bears the loss, and the notices that came of it. */
@Component
class ClaimsOfComplaint implements ComplaintPanel {

    private static final int ROWS = 20;

    private final Claims claims;
    private final Responsibilities decisions;
    private final Notices notices;
    private final Procedures procedures;

    ClaimsOfComplaint(Claims claims, Responsibilities decisions, Notices notices, Procedures procedures) {
        this.claims = claims;
        this.decisions = decisions;
        this.notices = notices;
        this.procedures = procedures;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public List<Part> of(Actor actor, ComplaintView complaint) {
        var profile = procedures.inForce();
        boolean claimed = profile.module("claims");
        boolean noticed = profile.module("notices");
        var parts = new ArrayList<Part>();
        if (!actor.may("claim.read")) {
            return parts;
        }
        if (claimed) {
            parts.add(claims(actor, complaint));
        }
        if (claimed || noticed) {
            parts.add(borne(actor, complaint));
        }
        if (noticed) {
            parts.add(notices(actor, complaint));
        }
        return parts;
    }

    private Part claims(Actor actor, ComplaintView k) {
        var rows = claims.list(actor, ClaimFilter.all().of(k.id()).onPage(1, ROWS));
        List<Act> acts = actor.may("claim.work") ? List.of(new Act(new Sentence("claims.new"), "claims/new?complaint=" + k.number())) : List.of();
        return new Part("claims", new Sentence("claims.menu"), rows.isEmpty() ? null : "claims?complaint=" + k.number(), mark(claims.clause()),
                List.of(col("number"), col("party"), col("claimed"), col("recovered"), col("net"), col("state")),
                rows.stream().map(ClaimsOfComplaint::line).toList(), new Sentence("claims.complaint.none"), acts);
    }

    static Line line(ClaimView c) {
        return new Line(List.of(Cell.of(c.number()), Cell.of(c.party().name()), Cell.of(money(c, c.claimed())), Cell.of(money(c, c.recovered())),
                Cell.of(money(c, c.netLoss())), Cell.pill(word("claimState", c.state()), tone(c.state()))), "claims/" + c.number());
    }

    static Money money(ClaimView c, BigDecimal amount) {
        return Money.of(amount.toPlainString(), c.currency());
    }

    static String tone(ClaimState state) {
        return switch (state) {
            case DRAFT -> "";
            case SENT -> "info";
            case PARTLY, DISPUTED -> "warn";
            case ACCEPTED, SETTLED -> "ok";
            case WITHDRAWN -> "line";
            case LAPSED -> "bad";
        };
    }

    private Part borne(Actor actor, ComplaintView k) {
        var latest = decisions.of(actor, k.id()).stream().reduce((a, b) -> b).orElse(null);
        List<Line> lines = latest == null ? List.of() : latest.shares().stream()
                .map(s -> new Line(List.of(Cell.of(s.name()), Cell.of(word("partyKind", s.kind())), Cell.of(s.percent().toPlainString() + "%")),
                        "claims/decisions/" + k.number())).toList();
        List<Act> acts = decisions.decides(actor) ? List.of(new Act(new Sentence(latest == null ? "claims.decide" : "claims.decide.again"), "claims/decisions/" + k.number()))
                : List.of();
        return new Part("borne", new Sentence(decisions.contested(k.id()) ? "claims.decision.contested" : "claims.decision"), latest == null ? null : "claims/decisions/" + k.number(),
                mark(claims.clause()), List.of(new Sentence("claims.decision.who"), col("kind"), new Sentence("claims.decision.percent")), lines, new Sentence("claims.decision.none"), acts);
    }

    private Part notices(Actor actor, ComplaintView k) {
        var rows = notices.list(actor, NoticeFilter.all().of(k.id()).onPage(1, ROWS));
        List<Act> acts = actor.may("notice.propose") ? List.of(new Act(new Sentence("claims.notice.new"), "unit-notices/new?complaint=" + k.number())) : List.of();
        return new Part("unit-notices", new Sentence("claims.notices"), null, mark(notices.clause()),
                List.of(col("number"), new Sentence("claims.notice.kind"), new Sentence("claims.notice.unit"), new Sentence("claims.notice.weight"), col("state")),
                rows.stream().map(n -> new Line(List.of(Cell.of(n.number()), Cell.of(word("noticeKind", n.kind())), Cell.of(n.unit()), Cell.of(n.weight()),
                        Cell.pill(word("noticeState", n.state()), "line")), n.path())).toList(),
                new Sentence("claims.notice.none"), acts);
    }

    private static @Nullable String mark(String clause) {
        return clause.isEmpty() ? null : clause;
    }

    private static Sentence col(String key) {
        return new Sentence("claims.col." + key);
    }

    static Sentence word(String group, Enum<?> value) {
        return new Sentence("claims." + group + "." + value.name().toLowerCase(Locale.ROOT));
    }
}
