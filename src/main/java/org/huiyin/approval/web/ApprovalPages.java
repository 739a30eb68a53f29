package org.huiyin.approval.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.approval.ApprovalFilter;
import org.huiyin.approval.ApprovalState;
import org.huiyin.approval.ApprovalView;
import org.huiyin.approval.Approvals;
import org.huiyin.approval.Signatures;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.People;
import org.huiyin.organization.RoleView;
import org.huiyin.sheets.ListFile;
import org.huiyin.web.Errors;
import org.huiyin.web.MenuEntry;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.huiyin.web.Paging;
import org.huiyin.web.security.Member;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Approvals: what waits for me, what I asked for, everything; and the page on which one decides, at a desk or on a phone. */
@Controller
class ApprovalPages {

    private static final int ON_A_PAGE = 50;
    private static final int MOST_ROWS = 50_000;

    private final Approvals approvals;
    private final Signatures signatures;
    private final Sheets sheets;
    private final People people;
    private final TransactionTemplate transaction;

    ApprovalPages(Approvals approvals, Signatures signatures, Sheets sheets, People people, TransactionTemplate transaction) {
        this.approvals = approvals;
        this.signatures = signatures;
        this.sheets = sheets;
        this.people = people;
        this.transaction = transaction;
    }

    @GetMapping("/c/{company}/approvals")
    ModelAndView list(Actor actor, ApprovalQuery query, @RequestParam(name = "page", defaultValue = "1") int number) {
        var filter = query.filter();
        var paging = new Paging(number, ON_A_PAGE, approvals.count(actor, filter));
        return new ModelAndView("approval/list", Map.of(
                "rows", approvals.list(actor, filter, paging.offset(), paging.size()),
                "paging", paging,
                "show", filter.whose(),
                "waiting", approvals.pendingFor(actor).size(),
                "readsAll", actor.may("approval.read"),
                "names", people.names(),
                "roles", roles()));
    }

    private Map<String, String> roles() {
        return people.roles().stream().collect(Collectors.toMap(RoleView::code, RoleView::name));
    }

    @GetMapping({"/c/{company}/approvals.xlsx", "/c/{company}/approvals.csv"})
    void file(Actor actor, Page page, ApprovalQuery query, ListFile file) throws IOException {
        var names = people.names();
        var roles = roles();
        var columns = List.of("what", "amount", "currency", "proposer", "proposedAt", "state", "waitingFor", "clause").stream()
                .map(column -> page.t("approval." + column)).toList();
        var company = page.company();
        file.send(page.t("approval.list"), company == null ? "" : company.name(), columns, sheet -> approvals
                .list(actor, query.filter(), 0, MOST_ROWS).forEach(view -> sheet.row(page.say(view.title()),
                        view.amount() == null ? null : view.amount().amount(),
                        view.amount() == null ? null : view.amount().currency().getCurrencyCode(),
                        names.get(view.proposer()), LocalDateTime.ofInstant(view.proposedAt(), page.zone()), page.label(view.state()),
                        view.waitingFor().stream().map(role -> roles.getOrDefault(role, role)).collect(Collectors.joining("、")),
                        view.clause())));
    }

    @GetMapping("/c/{company}/approvals/{id}")
    ModelAndView show(Member member, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("Vary", "User-Agent");
        return new ModelAndView(view(request), Map.of("sheet", sheet(member, id), "reason", ""));
    }

    private ApprovalSheet sheet(Member member, UUID id) {
        return sheets.of(member, approvals.get(member.actor(), id));
    }

    /** Both pages say the same; ?view=desk or ?view=phone overrules the guess. */
    private static String view(HttpServletRequest request) {
        var asked = request.getParameter("view");
        var agent = request.getHeader("User-Agent");
        var phone = asked == null || asked.isEmpty() ? (agent != null && agent.contains("Mobile")) : asked.equals("phone");
        return phone ? "approval/phone" : "approval/show";
    }

    @PostMapping("/c/{company}/approvals/{id}/decision")
    Object decide(Member member, Page page, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request, RedirectAttributes redirect) {
        var view = approvals.get(member.actor(), id);
        try {
            transaction.executeWithoutResult(s -> sign(member, view, act.equals("approve"), reason, password));
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw(view(request), Map.of("sheet", sheet(member, id), "reason", reason));
        }
        Notice.done(act.equals("approve") ? "approval.done.approved" : "approval.done.refused", page.say(view.title())).on(redirect);
        return "redirect:" + page.to("approvals", id);
    }

    private void sign(Member member, ApprovalView view, boolean approve, String reason, String password) {
        var signature = signatures.sign(member, password, view.subject(), meaning(view, approve), view.contentHash());
        approvals.decide(member.actor(), view.id(), approve, reason, signature);
    }

    static Sentence meaning(ApprovalView view, boolean approve) {
        if (!approve) {
            return new Sentence("approval.meaning.refuse", view.title());
        }
        return view.amount() == null
                ? new Sentence("approval.meaning.approve", view.title())
                : new Sentence("approval.meaning.approveAmount", view.title(), view.amount());
    }

    @PostMapping("/c/{company}/approvals/{id}/withdrawal")
    String withdraw(Actor actor, Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        approvals.withdraw(actor, id, reason);
        Notice.done("approval.done.withdrawn").on(redirect);
        return "redirect:" + page.to("approvals", id);
    }

    /** Under "keep promises", with the number of what waits. */
    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        MenuEntry approvalsEntry(Approvals approvals) {
            return MenuEntry.of(MenuEntry.Group.KEEP, 30, "rubber-stamp", "approval.list", "approvals").with(person -> MenuEntry.Badge.count(
                    approvals.count(person.actor(), new ApprovalFilter(ApprovalFilter.Whose.WAITING, (ApprovalState) null, ""))));
        }
    }
}
