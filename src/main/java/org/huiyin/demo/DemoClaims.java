package org.huiyin.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.claims.Basis;
import org.huiyin.claims.ClaimId;
import org.huiyin.claims.ClaimState;
import org.huiyin.claims.Claims;
import org.huiyin.claims.Direction;
import org.huiyin.claims.LossKind;
import org.huiyin.claims.NewClaim;
import org.huiyin.claims.NewDecision;
import org.huiyin.claims.NewNotice;
import org.huiyin.claims.NewPayment;
import org.huiyin.claims.NewPosition;
import org.huiyin.claims.NewReply;
import org.huiyin.claims.NoticeId;
import org.huiyin.claims.NoticeKind;
import org.huiyin.claims.NoticeText;
import org.huiyin.claims.Notices;
import org.huiyin.claims.ObjectionView;
import org.huiyin.claims.Objections;
import org.huiyin.claims.Party;
import org.huiyin.claims.PartyKind;
import org.huiyin.claims.PaymentKind;
import org.huiyin.claims.Responsibilities;
import org.huiyin.claims.Settlements;
import org.huiyin.claims.ShareView;
import org.huiyin.organization.People;
import org.huiyin.organization.WorkingCalendar;
import org.springframework.stereotype.Component;

/**
 * What the failure in the field cost: 12,000 claimed from the supplier and 8,000 recovered; who bears it is decided, the unit is told,
 * objects and is answered (004/5.9, 5.10).
 */
@Component
class DemoClaims {

    private static final String CURRENCY = "CNY";
    private static final BigDecimal RECOVERED = new BigDecimal("8000.00");

    private final Claims claims;
    private final Settlements settlements;
    private final Responsibilities responsibilities;
    private final Notices notices;
    private final Objections objections;
    private final People people;
    private final DemoSignatures signatures;

    DemoClaims(Claims claims, Settlements settlements, Responsibilities responsibilities, Notices notices, Objections objections, People people, DemoSignatures signatures) {
        this.claims = claims;
        this.settlements = settlements;
        this.responsibilities = responsibilities;
        this.notices = notices;
        this.objections = objections;
        this.people = people;
        this.signatures = signatures;
    }

    void enter(DemoCast cast, WorkingCalendar calendar, DemoCase of, DemoDiary diary) {
        claim(cast, calendar, of, diary);
        notice(cast, calendar, of, diary);
    }

    private void claim(DemoCast cast, WorkingCalendar calendar, DemoCase of, DemoDiary diary) {
        var id = new ClaimId(UUID.randomUUID());
        var quality = cast.as("QUALITY");
        var sent = calendar.addWorkingDays(of.begun(), 6);
        var replied = calendar.addWorkingDays(of.begun(), 14);
        var paid = calendar.addWorkingDays(of.begun(), 20);
        diary.enter(DemoStep.at(calendar, sent, "10:00"), () -> claims.draft(quality, id.value(), wanted(cast, of, replied)));
        diary.enter(DemoStep.at(calendar, sent, "15:00"), () -> settlements.send(quality, id, sent, cast.word("claim.how"), claims.get(id).version()));
        diary.enter(DemoStep.at(calendar, replied, "10:30"), () -> settlements.reply(quality, id,
                new NewReply(ClaimState.PARTLY, Map.of(CURRENCY, RECOVERED), cast.word("claim.reply"), replied), claims.get(id).version()));
        diary.enter(DemoStep.at(calendar, paid, "14:00"), () -> settlements.pay(quality, id,
                new NewPayment(UUID.randomUUID(), PaymentKind.RECOVERED, paid, RECOVERED, CURRENCY, null, cast.word("claim.voucher"), ""), claims.get(id).version()));
    }

    private static NewClaim wanted(DemoCast cast, DemoCase of, LocalDate replyBy) {
        return new NewClaim(Direction.BY_US, Party.named(PartyKind.SUPPLIER, cast.word("supplier"), ""), of.complaint(), null, "", Basis.QUALITY_AGREEMENT,
                cast.word("claim.reference"), of.begun(), cast.word("claim.words"), false, replyBy, null,
                List.of(NewPosition.of(LossKind.GOODS, cast.word("claim.lamp"), "9600.00", CURRENCY), NewPosition.of(LossKind.OTHER, cast.word("claim.test"), "1400.00", CURRENCY),
                        NewPosition.of(LossKind.FREIGHT, cast.word("claim.freight"), "1000.00", CURRENCY)), List.of());
    }

    private void notice(DemoCast cast, WorkingCalendar calendar, DemoCase of, DemoDiary diary) {
        var id = new NoticeId(UUID.randomUUID());
        var decided = calendar.addWorkingDays(of.begun(), 16);
        var issued = calendar.addWorkingDays(of.begun(), 18);
        var answered = calendar.addWorkingDays(of.begun(), 22);
        diary.enter(DemoStep.at(calendar, decided, "10:00"), () -> responsibilities.decide(cast.member("QUALITY_HEAD"), cast.part("QUALITY_HEAD").password(), of.complaint(),
                shares(cast), 0));
        diary.enter(DemoStep.at(calendar, decided, "14:00"), () -> notices.propose(cast.as("QUALITY"), id.value(), new NewNotice(NoticeKind.PENALTY, of.complaint(), unit(cast),
                NoticeText.points(2, cast.word("notice.words")))));
        diary.enter(DemoStep.at(calendar, issued, "09:30"), () -> give(cast, id));
        diary.enter(DemoStep.at(calendar, calendar.addWorkingDays(issued, 1), "11:00"), () -> objections.object(cast.as("PRODUCTION_HEAD"), id, cast.word("notice.objection"),
                notices.get(id).version()));
        diary.enter(DemoStep.at(calendar, answered, "10:00"), () -> objections.answer(cast.as("QUALITY_HEAD"), id, ObjectionView.Verdict.CHANGED, cast.word("notice.answer"),
                NoticeText.points(1, cast.word("notice.answer")), notices.get(id).version()));
        diary.enter(DemoStep.at(calendar, answered, "15:00"), () -> give(cast, id));
    }

    private NewDecision shares(DemoCast cast) {
        return new NewDecision(List.of(ShareView.other(PartyKind.SUPPLIER, cast.word("supplier"), "70"), ShareView.unit(unit(cast), "30")), cast.word("decide.reason"),
                cast.word("decide.evidence"));
    }

    private UUID unit(DemoCast cast) {
        return people.departments().stream().filter(d -> d.name().equals(cast.word("department.PRODUCTION"))).findFirst().orElseThrow().id();
    }

    /** Both who must approve do so, and a person issues it. */
    private void give(DemoCast cast, NoticeId id) {
        notices.submit(cast.as("QUALITY"), id, notices.get(id).version());
        signatures.agree(cast, "QUALITY_HEAD", id.subject());
        signatures.agree(cast, "TOP", id.subject());
        notices.issue(cast.as("QUALITY"), id, notices.get(id).version());
    }
}
