package org.huiyin.demo;

import java.util.Comparator;
import org.huiyin.improvement.ActionFilter;
import org.huiyin.improvement.ActionState;
import org.huiyin.improvement.ActionView;
import org.huiyin.improvement.ActionWork;
import org.huiyin.improvement.Actions;
import org.huiyin.improvement.MeasureKind;
import org.huiyin.improvement.Reaction;
import org.huiyin.improvement.Verdict;
import org.springframework.stereotype.Component;

/** What became of the actions that a signed round asked for: one closed and told, one in work, the rest open. */
@Component
class DemoActions {

    private final Actions actions;
    private final ActionWork work;
    private final DemoConsequences consequences;

    DemoActions(Actions actions, ActionWork work, DemoConsequences consequences) {
        this.actions = actions;
        this.work = work;
        this.consequences = consequences;
    }

    void work(DemoCast cast, DemoDays days, DemoWindow window) {
        days.on(window.frozen().plusDays(1), consequences::draw);
        var open = actions.list(cast.as("SALES_HEAD"), ActionFilter.open()).stream()
                .filter(action -> action.state() == ActionState.PROPOSED)
                .sorted(Comparator.comparing(ActionView::number))
                .toList();
        if (!open.isEmpty() && window.frozen().plusDays(9).isBefore(days.today())) {
            close(cast, days, window, open.getFirst());
        }
        if (open.size() > 1 && window.frozen().plusDays(3).isBefore(days.today())) {
            analyse(cast, days, window, open.get(1));
        }
    }

    private void analyse(DemoCast cast, DemoDays days, DemoWindow window, ActionView action) {
        boolean english = cast.company().language().equals("en");
        var head = cast.as("PRODUCTION_HEAD");
        days.on(window.frozen().plusDays(2), () -> {
            work.assign(cast.as("SALES_HEAD"), action.id(), null, head.id());
            work.accept(head, action.id(), head.id());
        });
        days.on(window.frozen().plusDays(3), () -> {
            String[] whys = english
                    ? new String[] {"Deliveries came late", "The order waited for a mould", "The mould was in repair", "Wear was noticed only at a breakdown",
                        "No upkeep plan counts strokes"}
                    : new String[] {"交货晚了", "订单在等模具", "模具正在维修", "磨损到坏了才发现", "没有按模次安排保养"};
            java.util.UUID parent = null;
            for (String why : whys) {
                parent = work.addCause(head, action.id(), parent, why);
            }
            work.analysed(head, action.id(), english ? "No upkeep by strokes" : "缺少按模次的保养计划");
            work.addMeasure(head, action.id(), MeasureKind.CORRECTIVE, english ? "Plan upkeep every 20,000 strokes" : "每两万模次安排一次保养",
                    head.id(), window.frozen().plusDays(7));
        });
    }

    private void close(DemoCast cast, DemoDays days, DemoWindow window, ActionView action) {
        boolean english = cast.company().language().equals("en");
        analyse(cast, days, window, action);
        days.on(window.frozen().plusDays(6), () -> actions.measures(action.id()).forEach(measure ->
                work.measureDone(cast.as("PRODUCTION_HEAD"), action.id(), measure.id(), english ? "Upkeep plan in force" : "保养计划已下发执行")));
        days.on(window.frozen().plusDays(8), () -> work.verify(cast.as("QUALITY_HEAD"), action.id(), "SURVEY", Verdict.EFFECTIVE,
                english ? "Thirty days without a late delivery" : "三十天内没有晚交", english ? "None late in 14 deliveries" : "十四批都按时", "", null));
        days.at(window.frozen().plusDays(8), 120, () -> work.told(cast.as("SALES_CLERK"), action.id(), english ? "telephone" : "电话",
                english ? "quality department" : "客户品质部", english ? "Told what was found and done" : "说明了原因、措施和验证结果", Reaction.ACCEPTED,
                days.morning(window.frozen().plusDays(8))));
        days.on(window.frozen().plusDays(9), () -> work.close(cast.as("SALES_HEAD"), action.id(), english ? "Done and told" : "已完成并告知客户"));
    }
}
