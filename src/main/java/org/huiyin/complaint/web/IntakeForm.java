package org.huiyin.complaint.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.huiyin.complaint.Drafts;
import org.huiyin.kernel.Ids;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;

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

    private static final Pattern FIELDS = Pattern.compile("[a-zA-Z]{1,30}|lines\\[\\d{1,3}]\\.[a-zA-Z]{1,30}");
    private static final Set<String> OTHERS = Set.of("act", "v", "writer", "files");
    private static final int WRITER = 40;
    private static final int SHOWN = 2;
    private static final int MOST = 200;

    static IntakeForm empty(String receivedAt, String receivedBy) {
        return new IntakeForm(Ids.next().toString(), "", "", "", "", "", "", receivedAt, receivedBy, "PHONE", "", "COMPLAINT", "AFTER", "", "", "", "", false, false,
                rows(List.of(), 0));
    }

    static IntakeForm read(HttpServletRequest request) {
        return read(request::getParameter);
    }

    /** A draft as it was left. */
    static IntakeForm read(Drafts.Draft draft) {
        return read(field -> field.equals("id") ? draft.id().toString() : draft.typed().get(field));
    }

    private static IntakeForm read(Function<String, @Nullable String> typed) {
        UnaryOperator<String> one = field -> Typed.text(typed.apply(field));
        var lines = new ArrayList<LineForm>();
        for (int i = 0; i < MOST && typed.apply("lines[" + i + "].part") != null; i++) {
            var at = "lines[" + i + "].";
            lines.add(LineForm.read(field -> one.apply(at + field)));
        }
        return new IntakeForm(one.apply("id"), one.apply("customer"), one.apply("who"), one.apply("name"), one.apply("organisation"), one.apply("phone"), one.apply("mail"),
                one.apply("receivedAt"), one.apply("receivedBy"), one.apply("channel"), one.apply("text"), one.apply("kind"), one.apply("phase"), one.apply("segment"),
                one.apply("date"), one.apply("time"), one.apply("customerNumber"), !one.apply("safety").isEmpty(), !one.apply("keepLots").isEmpty(), rows(lines, 0));
    }

    /** The fields of the form as they were sent, for a draft; JSON in the database knows no zero characters. */
    static Map<String, String> typed(HttpServletRequest request) {
        Map<String, String> typed = new LinkedHashMap<>();
        request.getParameterMap().forEach((field, values) -> {
            if (FIELDS.matcher(field).matches() && !OTHERS.contains(field)) {
                typed.put(field, values[0].replace("\0", ""));
            }
        });
        return typed;
    }

    /** The window that writes a draft; without a script each sending is one of its own. */
    static String writer(HttpServletRequest request) {
        var writer = Typed.text(request.getParameter("writer"));
        return writer.isEmpty() || writer.length() > WRITER ? Ids.next().toString() : writer;
    }

    /** The version of the draft that the form shows; 0 of a new one. */
    static int version(HttpServletRequest request) {
        var version = Typed.text(request.getParameter("v"));
        return version.matches("\\d{1,8}") ? Integer.parseInt(version) : 0;
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
