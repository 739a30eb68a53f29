package org.huiyin.voice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.procedure.Procedures;
import org.huiyin.voice.Channel;
import org.huiyin.voice.CustomerDate;
import org.huiyin.voice.EchoRate;
import org.huiyin.voice.NewVoice;
import org.huiyin.voice.VoiceFilter;
import org.huiyin.voice.VoiceKind;
import org.huiyin.voice.VoiceState;
import org.huiyin.voice.VoiceView;
import org.huiyin.voice.Voices;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door of programs for customer voices and the echo rate. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Voices")
class VoiceApi {

    private final Voices voices;
    private final Customers customers;
    private final Procedures procedures;
    private final Clock clock;

    VoiceApi(Voices voices, Customers customers, Procedures procedures, Clock clock) {
        this.voices = voices;
        this.customers = customers;
        this.procedures = procedures;
        this.clock = clock;
    }

    /** Words to be taken down; the customer by number, or a name for somebody who is not in the list. */
    public record VoiceBody(String kind, @Nullable String customer, @Nullable String customerName, String text, String channel,
            @Nullable Instant receivedAt, @Nullable LocalDate customerDate) {}

    /** An answer that the customer got. */
    public record AnswerBody(String how, String text, @Nullable Instant at) {}

    @GetMapping("/voices")
    @Operation(summary = "Customer voices, open ones by due date first")
    public List<VoiceView> list(Actor actor, @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable VoiceKind kind,
            @RequestParam(required = false) @Nullable VoiceState state, @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        return voices.list(actor, new VoiceFilter(q, kind, state, false, null, null, page, size));
    }

    @GetMapping("/voices/{number}")
    @Operation(summary = "One voice with its promise and its answers")
    public VoiceView one(Actor actor, @PathVariable String number) {
        return voices.byNumber(actor, number);
    }

    @PostMapping("/voices")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Take down what a customer said")
    public VoiceView hear(Actor actor, @RequestBody VoiceBody body) {
        var kind = Typed.choice("kind", VoiceKind.class, body.kind());
        var channel = Typed.choice("channel", Channel.class, body.channel());
        if (Typed.blank(body.customer()) && Typed.blank(body.customerName())) {
            throw new InvalidInput("customer", "voice.invalid.who");
        }
        var customer = customers.idOf(actor, body.customer());
        Instant received = body.receivedAt() == null ? clock.instant() : body.receivedAt();
        var wish = body.customerDate() == null ? null : new CustomerDate(body.customerDate(), null);
        var id = voices.hear(actor, new NewVoice(kind.name(), customer, customer == null ? Typed.text(body.customerName()) : null, Typed.text(body.text()), null,
                received, actor.id(), channel.name(), voices.promise(kind.name(), received, wish, customer), procedures.inForce().clauseOf("clock.rules." + kind.name()), wish));
        return voices.get(id);
    }

    @PostMapping("/voices/{number}/answers")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Note an answer that the customer got")
    public VoiceView answer(Actor actor, @PathVariable String number, @RequestBody AnswerBody body) {
        var voice = voices.byNumber(actor, number);
        voices.answered(actor, voice.id(), Typed.choice("how", Channel.class, body.how()).name(), Typed.text(body.text()),
                body.at() == null ? clock.instant() : body.at(), actor.id());
        return voices.get(voice.id());
    }

    @GetMapping("/echo-rate")
    @Operation(summary = "The echo rate of a period, by kind")
    public EchoRate rate(Actor actor, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        actor.mustHave("voice.read");
        return voices.rate(from, to);
    }
}
