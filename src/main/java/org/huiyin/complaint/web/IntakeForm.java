package org.huiyin.complaint.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.Ids;
import org.huiyin.web.Typed;

/** A complaint as it is typed; the id makes a form that is sent twice one complaint. */
public record IntakeForm(
        String id,
        String customer,
        String who,
        String name,
        String organisation,
        String phone,
        String mail,
        String receivedAt,
        String receivedBy,
        String channel,
        String text,
        String kind,
        String phase,
        String segment,
        String date,
        String time,
        String customerNumber,
        boolean safety,
        boolean keepLots,
        List<LineForm> lines) {

    private static final int SHOWN = 2;
    private static final int MOST = 200;

    static IntakeForm empty(String receivedAt, String receivedBy) {
        return new IntakeForm(Ids.next().toString(), "", "", "", "", "", "", receivedAt, receivedBy, "PHONE", "", "COMPLAINT", "AFTER", "", "", "", "", false, false,
                rows(List.of(), 0));
    }

    static IntakeForm read(HttpServletRequest request) {
        var lines = new ArrayList<LineForm>();
        for (int i = 0; i < MOST && request.getParameter("lines[" + i + "].part") != null; i++) {
            var at = "lines[" + i + "].";
            lines.add(LineForm.read(field -> Typed.text(request.getParameter(at + field))));
        }
        return new IntakeForm(one(request, "id"), one(request, "customer"), one(request, "who"), one(request, "name"), one(request, "organisation"),
                one(request, "phone"), one(request, "mail"), one(request, "receivedAt"), one(request, "receivedBy"), one(request, "channel"), one(request, "text"),
                one(request, "kind"), one(request, "phase"), one(request, "segment"), one(request, "date"), one(request, "time"), one(request, "customerNumber"),
                !one(request, "safety").isEmpty(), !one(request, "keepLots").isEmpty(), rows(lines, 0));
    }

    private static String one(HttpServletRequest request, String name) {
        return Typed.text(request.getParameter(name));
    }

    /** The rows that are filled and some to fill. */
    private static List<LineForm> rows(List<LineForm> filled, int more) {
        var rows = new ArrayList<LineForm>(filled);
        int wanted = Math.max(SHOWN, filled.size() + more);
        while (rows.size() < wanted) {
            rows.add(LineForm.empty());
        }
        return List.copyOf(rows);
    }

    IntakeForm oneMore() {
        return with(rows(lines, 1));
    }

    IntakeForm with(List<LineForm> rows) {
        return new IntakeForm(id, customer, who, name, organisation, phone, mail, receivedAt, receivedBy, channel, text, kind, phase, segment, date, time,
                customerNumber, safety, keepLots, rows(rows, 0));
    }

    IntakeForm about(String customerId, String customerName) {
        return new IntakeForm(id, customerId, customerName, name, organisation, phone, mail, receivedAt, receivedBy, channel, text, kind, phase, segment, date, time,
                customerNumber, safety, keepLots, lines);
    }

    /** The same with an id of its own and what a quick note does not ask. */
    IntakeForm fresh(String receiver) {
        return new IntakeForm(Ids.next().toString(), customer, who, name, organisation, phone, mail, receivedAt, receiver, channel, text, "COMPLAINT", "AFTER", segment, date,
                time, customerNumber, safety, keepLots, lines);
    }

    IntakeForm sort(String wantedKind) {
        return new IntakeForm(id, customer, who, name, organisation, phone, mail, receivedAt, receivedBy, channel, text, wantedKind, phase, segment, date, time,
                customerNumber, safety, keepLots, lines);
    }

    UUID wanted() {
        return Typed.wanted(id);
    }

    /** Whether the part about the person is filled, so that it is shown open. */
    public boolean person() {
        return !(name + organisation + phone + mail).isEmpty();
    }
}
