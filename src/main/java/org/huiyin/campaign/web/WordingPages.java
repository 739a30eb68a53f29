package org.huiyin.campaign.web;

import java.util.Map;
import java.util.Objects;
import org.huiyin.campaign.WordingKind;
import org.huiyin.campaign.Wordings;
import org.huiyin.campaign.WordingView;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.web.Errors;
import org.huiyin.web.Language;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The company's own words for invitations, reminders, chats and letters. */
@Controller
class WordingPages {

    private final Wordings wordings;

    WordingPages(Wordings wordings) {
        this.wordings = wordings;
    }

    @GetMapping("/c/{company}/rounds/texts")
    ModelAndView show(Actor actor, Page page, @RequestParam(required = false) @Nullable String kind, @RequestParam(required = false) @Nullable String language) {
        actor.mustHave("round.read");
        return new ModelAndView("campaign/texts", model(actor, wordings.of(kind(kind), language(page, language))));
    }

    private static Map<String, Object> model(Actor actor, WordingView wording) {
        return Map.of("wording", wording, "places", Wordings.PLACES.stream().sorted().toList(), "mayPlan", actor.may("round.plan"));
    }

    private static WordingKind kind(@Nullable String kind) {
        return Objects.requireNonNullElse(Typed.choice(WordingKind.class, kind), WordingKind.INVITATION);
    }

    private static String language(Page page, @Nullable String wanted) {
        return page.languages().stream().map(Language::tag).filter(tag -> tag.equals(wanted)).findFirst().orElse(Language.ZH_CN.tag());
    }

    @PostMapping("/c/{company}/rounds/texts")
    Object change(Actor actor, Page page, @RequestParam String kind, @RequestParam String language, @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String body, @RequestParam(defaultValue = "0") int version, RedirectAttributes redirect) {
        var wanted = new WordingView(kind(kind), language(page, language), subject, body.replace("\r\n", "\n"), true, version);
        try {
            wordings.change(actor, wanted);
            Notice.done("campaign.round.worded").on(redirect);
            return "redirect:" + page.path("rounds/texts") + "?kind=" + wanted.kind() + "&language=" + wanted.language();
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("campaign/texts", model(actor, wanted));
        }
    }

    @PostMapping("/c/{company}/rounds/texts/reset")
    String reset(Actor actor, Page page, @RequestParam String kind, @RequestParam String language, RedirectAttributes redirect) {
        wordings.reset(actor, kind(kind), language(page, language));
        Notice.done("campaign.round.wordedBack").on(redirect);
        return "redirect:" + page.path("rounds/texts") + "?kind=" + kind(kind) + "&language=" + language(page, language);
    }
}
