package org.huiyin.improvement;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.procedure.Procedures;
import org.huiyin.records.Numbers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Comprehensive improvement plans: sales puts the departments' actions and opinions together (001/5.4.6.3). */
@Service
@Transactional
public class Plans {

    private final JdbcClient sql;
    private final ActionStore store;
    private final Procedures procedures;
    private final Numbers numbers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Plans(JdbcClient sql, ActionStore store, Procedures procedures, Numbers numbers, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.store = store;
        this.procedures = procedures;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    /** Makes a plan of several actions. */
    public PlanView make(Actor actor, String title, String opinion, Collection<String> actionNumbers) {
        actor.mustHave("action.edit");
        if (title.isBlank()) {
            throw new InvalidInput("title", "improvement.invalid.blank");
        }
        if (actionNumbers.isEmpty()) {
            throw new InvalidInput("actions", "improvement.invalid.noActions");
        }
        var profile = procedures.inForce();
        var id = Ids.next();
        var actions = actionNumbers.stream().distinct().map(n -> store.find(n).orElseThrow(NotFound::new)).toList();
        var number = numbers.next(profile.prefix("plan"), procedures.today().getYear()).toString();
        sql.sql("insert into improvement.plan (id, number, title, opinion, made_by, made_at, profile_version) values (?,?,?,?,?,?,?)")
                .params(id, number, title.strip(), opinion.strip(), actor.id().value(), Timestamp.from(clock.instant()), profile.id()).update();
        actions.forEach(action -> add(id, action, actor));
        events.publishEvent(new Happening(new SubjectRef("plan", id), "make", actor.id(), Map.of(),
                Map.of("number", number, "actions", actions.stream().map(ActionView::number).toList()), clock.instant()));
        return byNumber(actor, number);
    }

    private void add(UUID plan, ActionView action, Actor actor) {
        sql.sql("insert into improvement.plan_action (plan_id, action_id, added_by, added_at) values (?,?,?,?) on conflict do nothing")
                .params(plan, action.id().value(), actor.id().value(), Timestamp.from(clock.instant())).update();
    }

    /** Adds an action to a plan. */
    public void add(Actor actor, String number, String actionNumber) {
        actor.mustHave("action.edit");
        var plan = byNumber(actor, number);
        add(plan.id(), store.find(actionNumber).orElseThrow(NotFound::new), actor);
        events.publishEvent(new Happening(new SubjectRef("plan", plan.id()), "add", actor.id(), Map.of(), Map.of("action", actionNumber), clock.instant()));
    }

    @Transactional(readOnly = true)
    public PlanView byNumber(Actor actor, String number) {
        actor.mustHave("action.read");
        return list(" where number = ?", number).stream().findFirst().orElseThrow(NotFound::new);
    }

    /** All plans, the latest first. */
    @Transactional(readOnly = true)
    public List<PlanView> list(Actor actor) {
        actor.mustHave("action.read");
        return list("");
    }

    private List<PlanView> list(String where, Object... parameters) {
        return sql.sql("select * from improvement.plan" + where + " order by made_at desc").params(parameters)
                .query((row, n) -> new PlanView(row.getObject("id", UUID.class), row.getString("number"), row.getString("title"), row.getString("opinion"),
                        new PersonId(row.getObject("made_by", UUID.class)), row.getTimestamp("made_at").toInstant(),
                        row.getObject("profile_version", UUID.class), List.of()))
                .list().stream().map(this::withActions).toList();
    }

    private PlanView withActions(PlanView plan) {
        var actions = sql.sql("select action_id from improvement.plan_action where plan_id = ? order by added_at, action_id").param(plan.id())
                .query(UUID.class).list().stream().map(id -> store.find(new ActionId(id)).orElseThrow()).toList();
        return new PlanView(plan.id(), plan.number(), plan.title(), plan.opinion(), plan.madeBy(), plan.madeAt(), plan.profileVersion(), actions);
    }
}
