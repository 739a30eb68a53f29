package org.huiyin.replenishment.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.replenishment.NewItem;
import org.huiyin.replenishment.NewReplenishment;
import org.huiyin.replenishment.ReplenishmentSource;
import org.huiyin.replenishment.ReplenishmentView;
import org.huiyin.web.Typed;

/** An order as it is typed; the id makes a form that is sent twice one order. */
public record OrderForm(String id, String source, String number, boolean urgent, String wantedBy, String reason, int version, List<ItemForm> items) {

    private static final int MOST = 101;

    static OrderForm about(String source, ReplenishmentSource.Line line) {
        return new OrderForm(Ids.next().toString(), source, line.number(), false, "", "", 0, rows(line.items().stream().map(ItemForm::of).toList(), 0));
    }

    static OrderForm of(ReplenishmentView view) {
        var row = view.row();
        return new OrderForm(row.id().value().toString(), row.source().type(), row.sourceNumber(), row.urgent(), row.wantedBy() == null ? "" : row.wantedBy().toString(),
                row.reason(), row.version(), rows(view.items().stream().map(ItemForm::of).toList(), 0));
    }

    static OrderForm read(HttpServletRequest request) {
        var items = new ArrayList<ItemForm>();
        for (int i = 0; i < MOST && request.getParameter("items[" + i + "].part") != null; i++) {
            var at = "items[" + i + "].";
            items.add(ItemForm.read(field -> Typed.text(request.getParameter(at + field))));
        }
        items.removeIf(ItemForm::blank);
        var version = one(request, "version");
        return new OrderForm(one(request, "id"), one(request, "source"), one(request, "number"), !one(request, "urgent").isEmpty(), one(request, "wantedBy"),
                one(request, "reason"), Typed.version(version, 0), rows(items, 0));
    }

    private static String one(HttpServletRequest request, String name) {
        return Typed.text(request.getParameter(name));
    }

    /** The filled rows, and at least one. */
    private static List<ItemForm> rows(List<ItemForm> filled, int more) {
        var rows = new ArrayList<>(filled);
        int wanted = Math.max(1, filled.size() + more);
        while (rows.size() < wanted) {
            rows.add(ItemForm.empty());
        }
        return List.copyOf(rows);
    }

    OrderForm oneMore() {
        return new OrderForm(id, source, number, urgent, wantedBy, reason, version, rows(items, 1));
    }

    UUID wanted() {
        return Typed.wanted(id);
    }

    /** The order as it is meant; refused where something cannot be read. */
    NewReplenishment whole(SubjectRef subject) {
        Map<String, Sentence> problems = new LinkedHashMap<>();
        var goods = new ArrayList<NewItem>();
        for (int i = 0; i < items.size(); i++) {
            if (!items.get(i).blank()) {
                goods.add(items.get(i).item("items[" + i + "].", problems));
            }
        }
        if (reason.isEmpty()) {
            problems.put("reason", new Sentence("replenishment.invalid.reason"));
        }
        if (!goods.isEmpty() && !problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new NewReplenishment(subject, urgent, Typed.day("wantedBy", wantedBy), reason, goods);
    }

    /** As much of it as can be reckoned with, for the sum beside the form. */
    NewReplenishment soFar(SubjectRef subject) {
        return new NewReplenishment(subject, urgent, Typed.maybeDay(wantedBy), reason, items.stream().map(ItemForm::soFar).filter(Objects::nonNull).toList());
    }
}
