package org.huiyin.claims.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiyin.approval.ApprovalView;
import org.huiyin.approval.Approvals;
import org.huiyin.claims.NewNotice;
import org.huiyin.claims.NoticeFilter;
import org.huiyin.claims.NoticeId;
import org.huiyin.claims.NoticeKind;
import org.huiyin.claims.NoticeState;
import org.huiyin.claims.NoticeText;
import org.huiyin.claims.NoticeView;
import org.huiyin.claims.Notices;
import org.huiyin.claims.ObjectionView;
import org.huiyin.claims.Objections;
import org.huiyin.claims.Responsibilities;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.Complaints;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.organization.People;
import org.huiyin.records.Attachments;
import org.huiyin.sheets.ListFile;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.web.Errors;
import org.huiyin.web.Language;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.huiyin.web.Paging;
import org.huiyin.web.Posted;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reward and penalty notices: the list, the form, and the page with each step (004/5.10). */
@Controller
class UnitNoticePages {

    private static final String LIST = "/c/{company}/unit-notices";
    private static final String ONE = LIST + "/{number:[A-Z][A-Z0-9]*-\\d{4}-\\d+}";
    private static final int ROWS = 50;

    private final Notices notices;
    private final Objections objections;
    private final Responsibilities decisions;
    private final Complaints complaints;
    private final Approvals approvals;
    private final Attachments attachments;
    private final People people;
    private final ClaimChoices choices;
    private final ClaimLetter letter;

    UnitNoticePages(Notices notices, Objections objections, Responsibilities decisions, Complaints complaints, Approvals approvals, Attachments attachments, People people,
            ClaimChoices choices, ClaimLetter letter) {
        this.notices = notices;
        this.objections = objections;
        this.decisions = decisions;
        this.complaints = complaints;
        this.approvals = approvals;
        this.attachments = attachments;
        this.people = people;
        this.choices = choices;
        this.letter = letter;
    }

    @GetMapping(LIST)
    ModelAndView list(Actor actor, Page page) {
        var filter = filter(page, ROWS);
        return new ModelAndView("claims/notices", new HashMap<>(Map.of("rows", notices.list(actor, filter), "totals", notices.totals(actor, filter),
                "paging", new Paging(filter.page(), filter.size(), notices.count(actor, filter)), "any", notices.count(actor, NoticeFilter.all()) > 0,
                "query", ClaimPages.query(page), "kinds", ClaimChoices.options(page, NoticeKind.values()), "states", ClaimChoices.options(page, NoticeState.values()),
                "departments", choices.departments(), "clause", notices.clause())));
    }

    private static NoticeFilter filter(Page page, int rows) {
        return new NoticeFilter(page.query("q"), Typed.maybe(NoticeKind.class, page.query("kind")), Typed.maybe(NoticeState.class, page.query("state")),
                Typed.maybeId(page.query("department")), null, page.pageNumber(), rows);
    }

    @GetMapping({LIST + ".xlsx", LIST + ".csv"})
    void file(Actor actor, Page page, ListFile file) throws IOException {
        var rows = notices.all(actor, filter(page, 500));
        var names = people.names();
        var columns = List.of(SheetColumn.text(page.t("claims.col.number")), SheetColumn.text(page.t("claims.notice.kind")), SheetColumn.text(page.t("claims.notice.unit")),
                SheetColumn.text(page.t("claims.col.complaint")), SheetColumn.of(page.t("claims.notice.amount"), SheetColumn.Kind.MONEY),
                SheetColumn.text(page.t("claims.col.currency")), SheetColumn.of(page.t("claims.notice.pointsLabel"), SheetColumn.Kind.INTEGER),
                SheetColumn.text(page.t("claims.notice.reason")), SheetColumn.text(page.t("claims.col.state")), SheetColumn.text(page.t("claims.notice.proposedBy")),
                SheetColumn.of(page.t("claims.notice.issuedAt"), SheetColumn.Kind.TIME), SheetColumn.of(page.t("claims.notice.due"), SheetColumn.Kind.TIME));
        file.send(new SheetPlan(page.t("claims.notices"), List.of(page.t("claims.notices"), page.date(page.today())), columns),
                sheet -> rows.forEach(n -> sheet.row(n.number(), page.label(n.kind()), n.unit(), n.complaintNumber(), n.amount(), n.amount() == null ? null : n.currency(),
                        n.points(), n.reason(), page.label(n.state()), names.getOrDefault(n.proposedBy(), ""), local(page, n.issuedAt()), local(page, n.objectionDue()))));
    }

    private static @Nullable Object local(Page page, java.time.@Nullable Instant at) {
        return at == null ? null : at.atZone(page.zone()).toLocalDateTime();
    }

    @GetMapping(LIST + "/new")
    ModelAndView form(Actor actor, Page page) {
        actor.mustHave("notice.propose");
        return form(actor, page, Map.of("id", Ids.next().toString(), "kind", "PENALTY", "complaint", page.query("complaint")));
    }

    private ModelAndView form(Actor actor, Page page, Map<String, String> typed) {
        return new ModelAndView("claims/notice_form", formModel(actor, page, typed));
    }

    private Map<String, Object> formModel(Actor actor, Page page, Map<String, String> typed) {
        var model = new HashMap<String, Object>(Map.of("typed", typed, "kinds", ClaimChoices.options(page, NoticeKind.values()), "departments", choices.departments()));
        var number = Typed.text(typed.get("complaint"));
        ComplaintId complaint = number.isEmpty() ? null : complaint(actor, number);
        model.put("decision", complaint == null ? null : decisions.latest(complaint).orElse(null));
        model.put("clause", notices.clause());
        model.put("known", complaint != null);
        return model;
    }

    private @Nullable ComplaintId complaint(Actor actor, String number) {
        try {
            return complaints.byNumber(actor, number.toUpperCase(Locale.ROOT)).id();
        } catch (NotFound none) {
            return null;
        }
    }

    @PostMapping(LIST)
    Object propose(Actor actor, Page page, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        try {
            actor.mustHave("notice.propose");
            var wrong = new Problems();
            var kind = wrong.read(() -> Typed.choice("kind", NoticeKind.class, typed.get("kind")), NoticeKind.PENALTY);
            ComplaintId complaint = complaint(actor, Typed.text(typed.get("complaint")));
            if (complaint == null) {
                wrong.add("complaint", "claims.invalid.complaint");
            }
            var unit = wrong.read(() -> notices.unitNamed(Typed.text(typed.get("unit"))), new java.util.UUID(0, 0));
            var text = wrong.read(() -> text(typed), new NoticeText(null, null, ""));
            wrong.refuse();
            var id = notices.propose(actor, Typed.wanted(typed.get("id")), new NewNotice(kind, java.util.Objects.requireNonNull(complaint), unit, text));
            var number = notices.get(id).number();
            Notice.done("claims.done.proposed", number).on(redirect);
            return "redirect:" + page.to("unit-notices", number);
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("claims/notice_form", formModel(actor, page, typed));
        }
    }

    private static NoticeText text(Map<String, String> typed) {
        var wrong = new Problems();
        var amount = wrong.read(() -> Figure.maybe("amount", typed.get("amount")));
        var points = Typed.text(typed.get("points"));
        if (!points.isEmpty() && !points.matches("\\d{1,4}")) {
            wrong.add("points", "claims.invalid.figure", points);
        }
        wrong.refuse();
        return new NoticeText(amount, points.isEmpty() ? null : Integer.valueOf(points), Typed.text(typed.get("reason")));
    }

    @GetMapping(ONE)
    ModelAndView show(Actor actor, Page page, @PathVariable String number) {
        return new ModelAndView("claims/notice", model(actor, page, notices.byNumber(actor, number), Posted.NOTHING));
    }

    private Map<String, Object> model(Actor actor, Page page, NoticeView n, Posted posted) {
        ApprovalView approval = n.approval() == null ? null : approvals.get(n.approval());
        Map<String, String> roles = approval == null ? Map.of()
                : approval.parts().stream().map(ApprovalView.Part::role).distinct().collect(Collectors.toMap(role -> role, people::roleName));
        boolean member = notices.member(actor, n);
        boolean decides = decisions.decides(actor);
        var receipts = notices.receipts(n);
        var inTime = n.objectionDue() != null && !page.now().isAfter(n.objectionDue());
        var may = new NoticeStory.May(actor.may("notice.propose"), member && n.issuedAt() != null && !receipts.containsKey(actor.id()),
                member && actor.may("notice.object") && n.state() == NoticeState.ISSUED && inTime, decides && n.state() == NoticeState.OBJECTED, decides && n.state().holds());
        var story = new NoticeStory(n, notices.decision(n).orElse(null), notices.rests(n), approval, roles, notices.wordings(n.id()), objections.of(n.id()), receipts,
                notices.events(n.id()), attachments.list(actor, n.id().subject()), people.names(), actor.may("claim.read"), notices.clause(), may);
        return new HashMap<>(Map.of("story", story, "posted", posted));
    }

    /** A step that may refuse what was typed. */
    private interface Taken {
        void by(NoticeId id, Map<String, String> typed, int version);
    }

    private Object step(Actor actor, Page page, String number, String form, Map<String, String> typed, RedirectAttributes redirect, Taken taken) {
        var n = notices.byNumber(actor, number);
        return Posted.take(form, typed, () -> taken.by(n.id(), typed, Typed.version(typed.get("version"), n.version())), () -> {
            Notice.done("claims.done." + form, number).on(redirect);
            return "redirect:" + page.to("unit-notices", number);
        }, "claims/notice", posted -> model(actor, page, notices.get(n.id()), posted));
    }

    private Object strict(Actor actor, Page page, String number, String form, Map<String, String> typed, RedirectAttributes redirect, Taken taken) {
        return step(actor, page, number, form, typed, redirect, (id, t, v) -> Posted.aloud(() -> taken.by(id, t, v)));
    }

    @PostMapping(ONE)
    Object change(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "reworded", typed, redirect, (id, t, v) -> notices.change(actor, id, text(t), v));
    }

    @PostMapping(ONE + "/submission")
    Object submit(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return strict(actor, page, number, "submitted", typed, redirect, (id, t, v) -> notices.submit(actor, id, v));
    }

    @PostMapping(ONE + "/issue")
    Object issue(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return strict(actor, page, number, "issued", typed, redirect, (id, t, v) -> notices.issue(actor, id, v));
    }

    @PostMapping(ONE + "/receipt")
    Object read(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return strict(actor, page, number, "read", typed, redirect, (id, t, v) -> notices.read(actor, id));
    }

    @PostMapping(ONE + "/objections")
    Object object(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "objected", typed, redirect, (id, t, v) -> objections.object(actor, id, Typed.text(t.get("words")), v));
    }

    @PostMapping(ONE + "/answer")
    Object answer(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "answered", typed, redirect, (id, t, v) -> {
            var verdict = Typed.choice("verdict", ObjectionView.Verdict.class, t.get("verdict"));
            objections.answer(actor, id, verdict, Typed.text(t.get("words")), verdict == ObjectionView.Verdict.CHANGED ? text(t) : null, v);
        });
    }

    @PostMapping(ONE + "/cancellation")
    Object cancel(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return strict(actor, page, number, "cancelled", typed, redirect, (id, t, v) -> notices.cancel(actor, id, Typed.text(t.get("reason")), v));
    }

    @PostMapping(ONE + "/withdrawal")
    Object withdraw(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return strict(actor, page, number, "noticeWithdrawn", typed, redirect, (id, t, v) -> notices.withdraw(actor, id, Typed.text(t.get("reason")), v));
    }

    @GetMapping(ONE + "/notice.pdf")
    void paper(Actor actor, Page page, @PathVariable String number, @RequestParam(defaultValue = "") String language, HttpServletResponse response) throws IOException {
        var notice = notices.byNumber(actor, number);
        var pdf = letter.print(actor, notice, Language.serving(Locale.forLanguageTag(language)).orElse(page.language()));
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "inline; filename=\"" + notice.number() + ".pdf\"");
        response.getOutputStream().write(pdf);
    }
}
