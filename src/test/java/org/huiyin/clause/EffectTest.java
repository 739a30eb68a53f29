package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.approval.Signatures;
import org.huiyin.improvement.ActionOrigin;
import org.huiyin.improvement.EffectFilter;
import org.huiyin.improvement.EffectId;
import org.huiyin.improvement.EffectView;
import org.huiyin.improvement.Effects;
import org.huiyin.improvement.Exposure;
import org.huiyin.improvement.NewEffect;
import org.huiyin.improvement.SampleExposure;
import org.huiyin.improvement.Verdict;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.Accounts;
import org.huiyin.organization.WorkItem;
import org.huiyin.organization.WorkSource;
import org.huiyin.procedure.Procedures;
import org.huiyin.web.security.Member;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The effect after the measures: days and lots, a draft from the records, a signature of the right person. */
@HuiyinTest
class EffectTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Effects effects;
    @Autowired SampleExposure exposure;
    @Autowired Accounts accounts;
    @Autowired Signatures signatures;
    @Autowired Procedures procedures;
    @Autowired List<WorkSource> work;

    private final SubjectRef subject = new SubjectRef("sampleCase", UUID.randomUUID());
    private Cast.Troupe troupe;

    @BeforeEach
    void company() {
        clock.set("2026-03-01T09:00");
        troupe = cast.company("P004");
    }

    private EffectId plan(Actor doer, ActionOrigin... origins) {
        return effects.plan(doer.id(), new NewEffect(subject, "KS-2026-0007", new Sentence("web.verbatim", "卡扣断裂"), "complaints/KS-2026-0007", Set.of(origins), null,
                Set.of(doer.id()), clock.instant(), procedures.inForce().id(), "5.2"));
    }

    private void sign(Actor actor, EffectId id, String origin, Verdict verdict, String reason) {
        effects.sign(new Member(troupe.id(), troupe.slug(), "", "Asia/Shanghai", actor, null, accounts.ofPerson(actor.id()).orElseThrow().id(), null, "zh-CN"), Cast.PASSWORD, id, origin, verdict, "三批没有再发生", reason);
    }

    private List<String> deskOf(Actor actor) {
        return work.stream().flatMap(s -> s.workFor(actor).stream()).filter(i -> i.kind().equals("effect")).map(WorkItem::number).toList();
    }

    @Test
    @Clause({"001/5.2.2.5", "004/5.2"})
    void effective_needs_the_days_and_the_lots_and_quality_signs() {
        troupe.run(() -> {
            var doer = troupe.as("PROCESS");
            var quality = troupe.qualityHead();
            var id = plan(doer, ActionOrigin.COMPLAINT);
            exposure.see(subject, new Exposure(3, List.of()));
            clock.set("2026-03-30T09:00");
            assertThat(effects.assess(effects.get(id)).ready()).as("29 days").isFalse();
            assertThatThrownBy(() -> sign(quality, id, "COMPLAINT", Verdict.EFFECTIVE, "")).isInstanceOf(BrokenRule.class).hasMessage("improvement.effect.refused.early");
            assertThat(deskOf(quality)).isEmpty();
            clock.set("2026-03-31T09:00");
            exposure.see(subject, new Exposure(2, List.of()));
            assertThat(effects.assess(effects.get(id)).ready()).as("two lots").isFalse();
            exposure.see(subject, new Exposure(3, List.of()));
            assertThat(effects.assess(effects.get(id)).draft()).isEqualTo(Verdict.EFFECTIVE);
            assertThat(deskOf(quality)).containsExactly("KS-2026-0007");
            assertThatThrownBy(() -> sign(troupe.salesHead(), id, "COMPLAINT", Verdict.EFFECTIVE, "")).isInstanceOf(BrokenRule.class).hasMessage("improvement.verify.role");
            sign(quality, id, "COMPLAINT", Verdict.EFFECTIVE, "");
            assertThat(effects.get(id).verdict()).isEqualTo(Verdict.EFFECTIVE);
            assertThat(signatures.of(id.subject())).hasSize(1);
            assertThatThrownBy(() -> sign(quality, id, "COMPLAINT", Verdict.EFFECTIVE, "")).isInstanceOf(BrokenRule.class);
        });
    }

    @Test
    @Clause({"004/5.2", "004/5.13"})
    void both_origins_need_both_verifiers_and_never_the_doer() {
        troupe.run(() -> {
            var doer = troupe.qualityHead();
            var id = plan(doer, ActionOrigin.COMPLAINT, ActionOrigin.SURVEY);
            exposure.see(subject, new Exposure(9, List.of()));
            clock.set("2026-04-20T09:00");
            assertThatThrownBy(() -> sign(doer, id, "COMPLAINT", Verdict.EFFECTIVE, "")).isInstanceOf(BrokenRule.class).hasMessage("improvement.verify.doer");
            sign(troupe.quality(), id, "COMPLAINT", Verdict.EFFECTIVE, "");
            assertThat(effects.get(id).verdict()).isNull();
            assertThat(effects.maySign(troupe.salesHead(), effects.get(id))).containsExactly("SURVEY");
            sign(troupe.salesHead(), id, "SURVEY", Verdict.EFFECTIVE, "");
            assertThat(effects.get(id).verdict()).isEqualTo(Verdict.EFFECTIVE);
        });
    }

    @Test
    @Clause("001/5.2.2.5")
    void the_same_defect_on_the_same_part_fails_the_effect_and_a_new_round_keeps_the_old_one() {
        troupe.run(() -> {
            var doer = troupe.as("PROCESS");
            var quality = troupe.quality();
            var first = plan(doer, ActionOrigin.COMPLAINT);
            clock.set("2026-03-20T09:00");
            exposure.see(subject, new Exposure(1, List.of(new Exposure.Recurrence("KS-2026-0019", clock.instant(), "complaints/KS-2026-0019"))));
            assertThat(effects.assess(effects.get(first)).draft()).isEqualTo(Verdict.NOT_EFFECTIVE);
            assertThatThrownBy(() -> sign(quality, first, "COMPLAINT", Verdict.NOT_ASSESSABLE, "")).isInstanceOf(InvalidInput.class);
            sign(quality, first, "COMPLAINT", Verdict.NOT_EFFECTIVE, "");
            var second = plan(doer, ActionOrigin.COMPLAINT);
            assertThat(effects.of(subject)).extracting(EffectView::round).containsExactly(1, 2);
            assertThat(effects.get(first).given().getFirst().recurrences()).containsExactly("KS-2026-0019");
            assertThat(effects.current(subject).orElseThrow().id()).isEqualTo(second);
            assertThat(effects.list(quality, new EffectFilter("", EffectFilter.Show.DECIDED, 1, 50))).hasSize(1);
        });
    }

    @Test
    @Clause("001/5.2.2.5")
    void when_the_sales_stop_it_cannot_be_assessed() {
        troupe.run(() -> {
            var id = plan(troupe.as("PROCESS"), ActionOrigin.COMPLAINT);
            exposure.see(subject, new Exposure(1, List.of()));
            clock.set("2026-05-30T09:00");
            var standing = effects.assess(effects.get(id));
            assertThat(standing.days()).isEqualTo(90);
            assertThat(standing.draft()).isEqualTo(Verdict.NOT_ASSESSABLE);
            sign(troupe.quality(), id, "COMPLAINT", Verdict.NOT_ASSESSABLE, "");
            assertThat(effects.get(id).verdict()).isEqualTo(Verdict.NOT_ASSESSABLE);
        });
    }
}
