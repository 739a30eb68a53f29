package org.huiyin.notification.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.notification.NoteView;
import org.huiyin.notification.Notifications;
import org.huiyin.notification.Wishes;
import org.huiyin.organization.People;
import org.huiyin.web.Bell;
import org.huiyin.web.Notice;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.huiyin.web.Paging;
import org.huiyin.web.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own notices, and what of them one wants by mail. */
@Controller
@RequestMapping("/c/{company}/notices")
class NoticePages {

    private static final int ON_A_PAGE = 50;

    private final Notifications notifications;
    private final People people;

    NoticePages(Notifications notifications, People people) {
        this.notifications = notifications;
        this.people = people;
    }

    @GetMapping
    ModelAndView list(Actor actor, Page page,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(name = "page", defaultValue = "1") int number) {
        var unread = show.equals("unread");
        var only = kind.isEmpty() ? null : kind;
        var paging = new Paging(number, ON_A_PAGE, notifications.count(actor, unread, only));
        return new ModelAndView("notification/notices", Map.of(
                "rows", notifications.inbox(actor, unread, only, paging.offset(), paging.size()),
                "paging", paging,
                "unread", notifications.unread(actor.id()),
                "kinds", kinds(page)));
    }

    private List<Option> kinds(Page page) {
        return notifications.kinds().stream().map(kind -> new Option(kind.code(), page.say(kind.label()))).toList();
    }

    /** Opening a notice is reading it. */
    @GetMapping("/{id}")
    String open(Actor actor, Page page, @PathVariable UUID id) {
        NoteView note = notifications.get(actor, id);
        notifications.markRead(actor, List.of(id));
        return "redirect:" + page.path(note.path());
    }

    @PostMapping("/reading")
    String read(Actor actor, Page page, @RequestParam(required = false) List<UUID> id, RedirectAttributes redirect) {
        if (id == null) {
            notifications.markAllRead(actor);
            Notice.done("notification.allRead").on(redirect);
        } else {
            notifications.markRead(actor, id);
        }
        return "redirect:" + page.to("notices");
    }

    @GetMapping("/wishes")
    ModelAndView wishes(Actor actor, Page page) {
        var email = people.get(actor.id()).email();
        return new ModelAndView("notification/wishes", Map.of(
                "wishes", notifications.wishesOf(actor.id()), "kinds", kinds(page), "email", email == null ? "" : email));
    }

    @PostMapping("/wishes")
    String wish(Actor actor, Page page, @RequestParam(defaultValue = "") Set<String> kind,
            @RequestParam(defaultValue = "false") boolean digest, RedirectAttributes redirect) {
        notifications.wish(actor, new Wishes(kind, digest));
        Notice.done("notification.wished").on(redirect);
        return "redirect:" + page.to("notices", "wishes");
    }

    /** The bell of the top bar. */
    @Component
    static final class TopBar implements Bell {

        private final Notifications notifications;

        TopBar(Notifications notifications) {
            this.notifications = notifications;
        }

        @Override
        public int unread(SignedIn.Person person) {
            return notifications.unread(person.id());
        }

        @Override
        public String path() {
            return "notices";
        }
    }
}
