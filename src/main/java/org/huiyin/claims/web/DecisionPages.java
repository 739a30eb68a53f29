package org.huiyin.claims.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.approval.Signatures;
import org.huiyin.claims.ClaimFilter;
import org.huiyin.claims.Claims;
import org.huiyin.claims.DecisionView;
import org.huiyin.claims.NoticeFilter;
import org.huiyin.claims.Notices;
import org.huiyin.claims.PartyKind;
import org.huiyin.claims.Responsibilities;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.complaint.Complaints;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.People;
import org.huiyin.records.Attachments;
import org.huiyin.sheets.ListFile;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.huiyin.web.Paging;
import org.huiyin.web.security.Member;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who bears the loss of a complaint: the list, and the page on which it is decided and signed. */
@Controller
class DecisionPages {

    private static final String LIST = ClaimPages.LIST + "/decisions";
    private static final int ROWS = 50;
    private static final int SHOWN = 50;

    private final Responsibilities decisions;
    private final Claims claims;
    private final Notices notices;
    private final Complaints complaints;
    private final Attachments attachments;
    private final Signatures signatures;
    private final People people;
    private final ClaimChoices choices;

    DecisionPages(Responsibilities decisions, Claims claims, Notices notices, Complaints complaints, Attachments attachments, Signatures signatures, People people,
            ClaimChoices choices) {
        this.decisions = decisions;
        this.claims = claims;
        this.notices = notices;
        this.complaints = complaints;
        this.attachments = attachments;
        this.signatures = signatures;
        this.people = people;
        this.choices = choices;
    }

    @GetMapping(LIST)
    ModelAndView list(Actor actor, Page page) {
        var rows = decisions.list(actor, page.query("q"), page.pageNumber(), ROWS);
        return new ModelAndView("claims/decisions", new HashMap<>(Map.of("rows", rows, "undecided", decisions.undecided(actor), "names", people.names(),
                "paging", new Paging(page.pageNumber(), ROWS, decisions.count(actor, page.query("q"))), "any", decisions.count(actor, "") > 0, "query", ClaimPages.query(page), "clause", claims.clause())));
    }

    @GetMapping({LIST + ".xlsx", LIST + ".csv"})
    void file(Actor actor, Page page, ListFile file) throws IOException {
        actor.mustHave("claim.read");
        var names = people.names();
        var columns = List.of(page.t("claims.col.complaint"), page.t("claims.decision.round"), page.t("claims.decision.who"), page.t("claims.col.kind"),
                page.t("claims.decision.percent"), page.t("claims.decision.reason"), page.t("claims.decision.evidence"), page.t("claims.decision.by"), page.t("claims.decision.at"));
        file.send(page.t("claims.decision"), page.date(page.today()), columns, sheet -> {
            List<DecisionView> part;
            for (int n = 1; !(part = decisions.list(actor, page.query("q"), n, 500)).isEmpty(); n++) {
                part.forEach(d -> d.shares().forEach(s -> sheet.row(d.complaintNumber(), d.round(), s.name(), page.label(s.kind()), s.percent(), d.reason(), d.evidence(),
                        names.getOrDefault(d.by(), ""), page.moment(d.at()))));
            }
        });
    }

    @GetMapping(LIST + "/{complaint}")
    ModelAndView show(Member member, Page page, @PathVariable String complaint) {
        member.actor().mustHave("claim.read");
        var k = complaints.byNumber(member.actor(), complaint);
        return new ModelAndView("claims/decision", model(member, page, k, DecisionForm.of(decisions.of(member.actor(), k.id()))));
    }

    private Map<String, Object> model(Member member, Page page, ComplaintView k, DecisionForm form) {
        var actor = member.actor();
        var subject = new SubjectRef(Responsibilities.SUBJECT, k.id().value());
        var model = new HashMap<String, Object>(Map.of("k", k, "form", form, "decisions", decisions.of(actor, k.id()), "contested", decisions.contested(k.id()),
                "decides", decisions.decides(actor), "password", signatures.passwordNeeded(member), "signatures", signatures.of(subject),
                "files", attachments.list(actor, subject), "names", people.names(), "claims", claims.list(actor, ClaimFilter.all().of(k.id()).onPage(1, SHOWN))));
        model.put("notices", notices.list(actor, NoticeFilter.all().of(k.id()).onPage(1, SHOWN)));
        model.put("kinds", ClaimChoices.options(page, PartyKind.values()));
        model.put("departments", choices.departments());
        model.put("clause", claims.clause());
        return model;
    }

    @PostMapping(LIST + "/{complaint}")
    Object decide(Member member, Page page, @PathVariable String complaint, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        var k = complaints.byNumber(member.actor(), complaint);
        var form = DecisionForm.read(typed);
        try {
            decisions.decide(member, typed.get("password"), k.id(), form.decision(), form.known());
            Notice.done("claims.done.decided", k.number()).on(redirect);
            return "redirect:" + page.to("claims", "decisions", k.number());
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("claims/decision", model(member, page, k, form));
        }
    }
}
