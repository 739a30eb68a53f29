package org.huiyin.campaign.answers.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huiyin.campaign.answers.DraftSaved;
import org.huiyin.campaign.answers.FormContent;
import org.huiyin.campaign.answers.Reception;
import org.huiyin.campaign.answers.Responses;
import org.huiyin.campaign.answers.StaffDevices;
import org.huiyin.kernel.CompanyId;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.web.Errors;
import org.huiyin.web.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/**
 * The pages behind a contact's link: no session, no sign-in, no script needed. A sent form is answered at once and not
 * by a redirect: sending it again thanks again, and a lost redirect would leave the contact in doubt.
 */
@Controller
class RespondPages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
    private static final String KEEP = "keep";
    private static final String TONGUE = "lang-";

    private final Responses responses;
    private final StaffDevices devices;
    private final Clock clock;

    RespondPages(Responses responses, StaffDevices devices, Clock clock) {
        this.responses = responses;
        this.devices = devices;
        this.clock = clock;
    }

    /** A form with somebody's answers is nothing for a cache, and going back must find the latest draft. */
    @ModelAttribute
    void fresh(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @GetMapping("/a/{token}")
    ModelAndView open(@PathVariable String token, HttpServletRequest request) {
        return page(responses.open(token), token, Errors.NONE, request);
    }

    @PostMapping("/a/{token}")
    ModelAndView send(@PathVariable String token, HttpServletRequest request) {
        var typed = FormFields.read(request);
        var act = request.getParameter("act");
        if (act != null && (act.equals(KEEP) || act.startsWith(TONGUE))) {
            return keep(token, typed, act, request);
        }
        try {
            return page(responses.submit(token, typed, chosen(request).map(Language::tag).orElse(null), drawn(request), staff(request)), token, Errors.NONE, request);
        } catch (InvalidInput refused) {
            return page(responses.reopen(token, typed), token, Errors.of(refused), request);
        }
    }

    /** Without a script one saves, and changes the language, by a button of the same form. */
    private ModelAndView keep(String token, FormContent typed, String act, HttpServletRequest request) {
        if (act.startsWith(TONGUE)) {
            Language.parse(act.substring(TONGUE.length())).ifPresent(language -> request.setAttribute(Language.INVITED, language));
        }
        var saved = responses.save(token, typed, FormFields.whole(request, "v"));
        var page = page(responses.open(token), token, Errors.NONE, request);
        page.addObject("kept", act.equals(KEEP) && saved instanceof DraftSaved.Saved);
        page.addObject("overtaken", saved instanceof DraftSaved.Overtaken);
        return page;
    }

    /** What the script sends while one types; answered after the commit. */
    @PostMapping("/a/{token}/draft")
    ResponseEntity<Map<String, Object>> draft(@PathVariable String token, HttpServletRequest request) {
        return switch (responses.save(token, FormFields.read(request), FormFields.whole(request, "v"))) {
            case DraftSaved.Saved saved -> answer(HttpStatus.OK, "saved", saved.version(), saved.at(), saved.zone());
            case DraftSaved.Overtaken other -> answer(HttpStatus.CONFLICT, "overtaken", other.version(), other.at(), other.zone());
            case DraftSaved.Closed _ -> answer(HttpStatus.CONFLICT, "closed", 0, null, clock.getZone());
        };
    }

    private static ResponseEntity<Map<String, Object>> answer(HttpStatus status, String state, int version, @Nullable Instant at, ZoneId zone) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("state", state);
        body.put("version", version);
        if (at != null) {
            body.put("at", TIME.format(at.atZone(zone)));
        }
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(body);
    }

    @GetMapping("/a/{token}/stop")
    ModelAndView stop(@PathVariable String token, HttpServletRequest request) {
        var caller = responses.caller(token);
        if (caller.isEmpty()) {
            return page(new Reception.Unknown(), token, Errors.NONE, request);
        }
        tongue(request, caller.get().language());
        return new ModelAndView("campaign/answer/stop", Map.of("company", caller.get().company(), "done", caller.get().optedOut(),
                "back", "/a/" + token));
    }

    /** Also what mail programs post by themselves when one presses "unsubscribe" (RFC 8058). */
    @PostMapping("/a/{token}/stop")
    ModelAndView stopped(@PathVariable String token, HttpServletRequest request) {
        return page(responses.optOut(token), token, Errors.NONE, request);
    }

    private ModelAndView page(Reception reception, String token, Errors errors, HttpServletRequest request) {
        return switch (reception) {
            case Reception.Unknown _ -> new ModelAndView("campaign/answer/unknown", Map.of(), HttpStatus.NOT_FOUND);
            case Reception.Gone gone -> {
                tongue(request, gone.language());
                yield new ModelAndView("campaign/answer/gone", Map.of("gone", gone), HttpStatus.GONE);
            }
            case Reception.Thanks thanks -> {
                tongue(request, thanks.language());
                yield new ModelAndView("campaign/answer/thanks", Map.of("thanks", thanks, "stop", "/a/" + token + "/stop"));
            }
            case Reception.Left left -> {
                tongue(request, left.language());
                yield new ModelAndView("campaign/answer/stop", Map.of("company", left.company(), "done", true, "back", "/a/" + token));
            }
            case Reception.Open open -> form(open, token, errors, request);
        };
    }

    private ModelAndView form(Reception.Open open, String token, Errors errors, HttpServletRequest request) {
        tongue(request, open.language());
        var page = new ModelAndView("campaign/answer/form", new LinkedHashMap<>(Map.of("open", open, "errors", errors,
                "action", "/a/" + token, "drawn", drawnAgain(request))));
        if (errors.any()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (open.resumed() != null && !errors.any()) {
            page.addObject("savedAt", TIME.format(open.resumed().atZone(open.zone())));
        }
        return page;
    }

    /** The language chosen on the page, else the contact's. */
    private static void tongue(HttpServletRequest request, String ofContact) {
        if (request.getAttribute(Language.INVITED) == null) {
            request.setAttribute(Language.INVITED, chosen(request).orElseGet(() -> Language.of(Locale.forLanguageTag(ofContact))));
        }
    }

    private static Optional<Language> chosen(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("lang")).flatMap(Language::parse);
    }

    private @Nullable Instant drawn(HttpServletRequest request) {
        var text = request.getParameter("t");
        return text != null && text.matches("\\d{1,11}") ? Instant.ofEpochSecond(Long.parseLong(text)) : null;
    }

    /** A form drawn again keeps the time at which the first one was drawn. */
    private long drawnAgain(HttpServletRequest request) {
        var before = drawn(request);
        return (before == null ? clock.instant() : before).getEpochSecond();
    }

    private Responses.StaffDevice staff(HttpServletRequest request) {
        return (CompanyId company) -> {
            var cookie = WebUtils.getCookie(request, StaffDevices.name(company));
            return cookie != null && devices.genuine(company, cookie.getValue());
        };
    }
}
