package org.huiyin.voice.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.CustomerRow;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.procedure.Procedures;
import org.huiyin.voice.Channel;
import org.huiyin.voice.CustomerDate;
import org.huiyin.voice.NewVoice;
import org.huiyin.voice.VoiceIntake;
import org.huiyin.voice.VoiceKind;
import org.huiyin.voice.Voices;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The quick note: somebody says something, it is taken down in seconds, also on a phone (001/5.1.3.2). */
@Controller
class VoiceNotes {

    private static final int HITS = 6;

    private final Voices voices;
    private final Customers customers;
    private final Procedures procedures;
    private final List<VoiceIntake> intakes;

    VoiceNotes(Voices voices, Customers customers, Procedures procedures, List<VoiceIntake> intakes) {
        this.voices = voices;
        this.customers = customers;
        this.procedures = procedures;
        this.intakes = intakes;
    }

    /** Who it was: a customer of the list, or a name as it was written. */
    private record Who(@Nullable CustomerId customer, String name) {}

    @GetMapping("/c/{company}/voices/new")
    ModelAndView form(Actor actor, Page page, @RequestParam(defaultValue = "") String customer) {
        actor.mustHave("voice.record");
        var known = customer.isBlank() ? null : customers.byCode(actor, customer);
        return new ModelAndView("voice/note", model(NoteForm.empty(page.typed(page.now()),
                known == null ? null : known.id().value().toString(), known == null ? null : known.name()), List.of()));
    }

    @GetMapping("/c/{company}/voices/customers")
    ModelAndView hits(Actor actor, @RequestParam(defaultValue = "") String who) {
        var hits = who.isBlank() || !actor.may("customer.read") ? List.<CustomerRow>of() : customers.search(actor, who, HITS);
        return new ModelAndView("voice/hits", Map.of("hits", hits, "chosen", ""));
    }

    @PostMapping("/c/{company}/voices")
    Object note(Actor actor, Page page, NoteForm form, RedirectAttributes redirect) {
        var kind = Typed.maybe(VoiceKind.class, Typed.text(form.kind()));
        var elsewhere = kind == null ? Optional.<String>empty() : intakes.stream().flatMap(i -> i.path(actor, kind).stream()).findFirst();
        if (elsewhere.isPresent()) {
            return "forward:" + page.path(elsewhere.get());
        }
        try {
            var id = voices.hear(actor, voice(actor, page, form));
            var heard = voices.get(id);
            Notice.done("voice.note.done", heard.number(), heard.due().due()).on(redirect);
            return "redirect:" + page.to("voices", heard.number());
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("voice/note", model(form, refused.problems().containsKey("who") ? found(actor, form) : List.of()));
        }
    }

    private NewVoice voice(Actor actor, Page page, NoteForm form) {
        var kind = Typed.choice("kind", VoiceKind.class, form.kind());
        var channel = Typed.choice("channel", Channel.class, form.channel());
        Instant received = Typed.instant("receivedAt", form.receivedAt(), page.zone(), page.now());
        var day = Typed.day("date", form.date());
        var wish = day == null ? null : new CustomerDate(day, Typed.time("time", form.time()));
        if (Typed.blank(form.text())) {
            throw new InvalidInput("text", "voice.invalid.text");
        }
        var who = who(actor, form);
        return new NewVoice(kind.name(), who.customer(), who.customer() == null ? who.name() : null, Typed.text(form.text()), null, received,
                actor.id(), channel.name(), voices.promise(kind.name(), received, wish, who.customer()), procedures.inForce().clauseOf("clock.rules." + kind.name()), wish);
    }

    private Who who(Actor actor, NoteForm form) {
        if (!Typed.blank(form.customer()) && !"-".equals(form.customer())) {
            var id = new CustomerId(UUID.fromString(Typed.text(form.customer())));
            return new Who(customers.get(actor, id).id(), "");
        }
        if (Typed.blank(form.who())) {
            throw new InvalidInput("who", "voice.invalid.who");
        }
        var hits = "-".equals(form.customer()) ? List.<CustomerRow>of() : found(actor, form);
        var exact = hits.stream().filter(h -> h.name().equals(Typed.text(form.who())) || Typed.text(form.who()).equals(h.shortName())).toList();
        if (exact.size() == 1) {
            return new Who(exact.getFirst().id(), "");
        }
        if (!hits.isEmpty()) {
            throw new InvalidInput("who", "voice.invalid.which");
        }
        return new Who(null, Typed.text(form.who()));
    }

    private List<CustomerRow> found(Actor actor, NoteForm form) {
        return actor.may("customer.read") ? customers.search(actor, Typed.text(form.who()), HITS) : List.of();
    }

    private static Map<String, Object> model(NoteForm form, List<CustomerRow> hits) {
        return new HashMap<>(Map.of("form", form, "hits", hits, "kinds", VoiceKind.byHand(), "channels", List.of(Channel.values())));
    }
}
