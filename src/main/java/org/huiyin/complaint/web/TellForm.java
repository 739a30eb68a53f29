package org.huiyin.complaint.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.complaint.CustomerDesk;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.complaint.NewLine;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.huiyin.voice.CustomerDate;
import org.huiyin.web.Typed;

/** What a customer types behind his link. */
public record TellForm(String id, String text, String kind, String name, String phone, String mail, String customerNumber, String date, boolean safety,
        List<LineForm> lines) {

    private static final int ROWS = 3;

    static TellForm empty(String name, String phone, String mail) {
        return new TellForm(Ids.next().toString(), "", "COMPLAINT", name, phone, mail, "", "", false, rows(List.of()));
    }

    static TellForm read(HttpServletRequest request) {
        var lines = new ArrayList<LineForm>();
        for (int i = 0; i < 20 && request.getParameter("lines[" + i + "].part") != null; i++) {
            var at = "lines[" + i + "].";
            lines.add(LineForm.read(field -> Typed.text(request.getParameter(at + field))));
        }
        return new TellForm(one(request, "id"), one(request, "text"), one(request, "kind"), one(request, "name"), one(request, "phone"), one(request, "mail"),
                one(request, "customerNumber"), one(request, "date"), !one(request, "safety").isEmpty(), rows(lines));
    }

    private static String one(HttpServletRequest request, String name) {
        return Typed.text(request.getParameter(name));
    }

    private static List<LineForm> rows(List<LineForm> filled) {
        var rows = new ArrayList<LineForm>(filled);
        while (rows.size() < ROWS) {
            rows.add(LineForm.empty());
        }
        return List.copyOf(rows);
    }

    CustomerDesk.Told told() {
        Map<String, Sentence> problems = new LinkedHashMap<>();
        if (text.isEmpty()) {
            problems.put("text", new Sentence("complaint.tell.invalid.text"));
        }
        var meant = new ArrayList<NewLine>();
        for (int i = 0; i < lines.size(); i++) {
            meant.add(lines.get(i).line("lines[" + i + "].", problems));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        var day = Typed.day("date", date);
        var sort = Typed.maybe(FeedbackKind.class, kind);
        return new CustomerDesk.Told(wanted(), text, sort == null ? FeedbackKind.COMPLAINT : sort, name, phone, mail, customerNumber,
                day == null ? null : new CustomerDate(day, null), safety, meant.stream().filter(line -> !line.empty()).toList());
    }

    private UUID wanted() {
        return Typed.wanted(id);
    }
}
