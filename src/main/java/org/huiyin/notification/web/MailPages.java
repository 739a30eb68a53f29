package org.huiyin.notification.web;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.notification.MailState;
import org.huiyin.notification.Mails;
import org.huiyin.notification.OutgoingMail;
import org.huiyin.sheets.ListFile;
import org.huiyin.web.MenuEntry;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.huiyin.web.Paging;
import org.huiyin.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The operator's view of the mails: what waits, what went out, what nobody knows, what failed and why. */
@Controller
class MailPages {

    static final String OPERATE = "settings.edit";
    private static final int ON_A_PAGE = 100;
    private static final int MOST_ROWS = 100_000;

    private final Mails mails;

    MailPages(Mails mails) {
        this.mails = mails;
    }

    @GetMapping("/c/{company}/mails")
    ModelAndView list(Actor actor, @RequestParam(required = false) @Nullable MailState state, @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "page", defaultValue = "1") int number) {
        var counts = mails.counts(actor, q);
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        var paging = new Paging(number, ON_A_PAGE, state == null ? all : counts.getOrDefault(state, 0L));
        Map<String, Object> model = new HashMap<>(Map.of(
                "rows", mails.list(actor, state, q, paging.offset(), paging.size()), "paging", paging, "counts", counts, "all", all,
                "serverIsSet", mails.serverIsSet()));
        return new ModelAndView("notification/mails", model);
    }

    @GetMapping({"/c/{company}/mails.xlsx", "/c/{company}/mails.csv"})
    void file(Actor actor, Page page, @RequestParam(required = false) @Nullable MailState state, @RequestParam(defaultValue = "") String q,
            ListFile file) throws IOException {
        mails.counts(actor, q);
        var columns = List.of("to", "subject", "state", "reason", "attempts", "ordered", "changed").stream()
                .map(column -> page.t("notification.mail." + column)).toList();
        file.send(page.t("notification.mails"), page.t("notification.mails.sub"), columns,
                sheet -> mails.list(actor, state, q, 0, MOST_ROWS).forEach(mail -> sheet.row(mail.to(), mail.subject(),
                        page.label(mail.state()), mail.reason(), mail.attempts(),
                        LocalDateTime.ofInstant(mail.orderedAt(), page.zone()), LocalDateTime.ofInstant(mail.changedAt(), page.zone()))));
    }

    @PostMapping("/c/{company}/mails/{id}/retry")
    String retry(Actor actor, Page page, @PathVariable UUID id, RedirectAttributes redirect) {
        mails.retry(actor, id);
        Notice.done("notification.mail.queuedAgain", mails.state(id).to()).on(redirect);
        return "redirect:" + page.to("mails");
    }

    @PostMapping("/c/{company}/mails/test")
    String test(Actor actor, Page page, @RequestParam(defaultValue = "") String to, RedirectAttributes redirect) {
        actor.mustHave(OPERATE);
        mails.send(OutgoingMail.plain(to, actor.name(), page.t("notification.mail.test.subject"),
                page.t("notification.mail.test.text", actor.name(), page.now()), new SubjectRef("test", actor.id().value())));
        Notice.done("notification.mail.test.done", to).on(redirect);
        return "redirect:" + page.to("mails");
    }

    /** Operators, and the auditor, who changes nothing there. */
    static boolean reads(SignedIn.Person person) {
        return person.may(OPERATE) || person.may("audit.read");
    }

    /** For operators and the auditor; its badge counts what nobody knows and what failed. */
    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        MenuEntry mailsEntry(Mails mails) {
            return MenuEntry.of(MenuEntry.Group.EVIDENCE, 92, "mail", "notification.mails", "mails").forReaders(MailPages::reads).with(person -> {
                var counts = mails.counts(person.actor(), "");
                return MenuEntry.Badge.count(counts.getOrDefault(MailState.UNCERTAIN, 0L) + counts.getOrDefault(MailState.FAILED, 0L));
            });
        }
    }
}
