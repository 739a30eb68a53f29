package org.huiyin.voice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.voice.ClockRule;
import org.huiyin.voice.CustomerClockView;
import org.huiyin.voice.CustomerClocks;
import org.huiyin.voice.DueFilter;
import org.huiyin.voice.DueView;
import org.huiyin.voice.PromiseKind;
import org.huiyin.voice.PromiseRates;
import org.huiyin.voice.PromiseView;
import org.huiyin.voice.Promises;
import org.huiyin.voice.VoiceKind;
import org.huiyin.voice.Voices;
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

/** The door of programs for promises: what was promised and why, what falls due, how they were kept, what was agreed. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Promises")
class PromiseApi {

    private final Promises promises;
    private final Voices voices;
    private final CustomerClocks clocks;
    private final Customers customers;
    private final Clock clock;

    PromiseApi(Promises promises, Voices voices, CustomerClocks clocks, Customers customers, Clock clock) {
        this.promises = promises;
        this.voices = voices;
        this.clocks = clocks;
        this.customers = customers;
        this.clock = clock;
    }

    /** A pause of a promise. */
    public record PauseBody(PromiseKind kind, @Nullable Instant from, String reason) {}

    /** The end of a pause. */
    public record ResumeBody(PromiseKind kind, @Nullable Instant at) {}

    /**
     * A clock agreed with a customer.
     *
     * @param before the id of the one that it takes the place of
     */
    public record ClockBody(String rule, ClockRule clock, String agreed, @Nullable String reason, @Nullable UUID before) {}

    @GetMapping("/voices/{number}/promises")
    @Operation(summary = "The promises of a voice with how each date came about, replaced ones and earlier rounds included")
    public List<PromiseView> of(Actor actor, @PathVariable String number) {
        return promises.of(voices.byNumber(actor, number).id());
    }

    @PostMapping("/voices/{number}/pauses")
    @Operation(summary = "Stop the clock of a promise, with the reason")
    public List<PromiseView> pause(Actor actor, @PathVariable String number, @RequestBody PauseBody body) {
        var voice = voices.byNumber(actor, number).id();
        promises.pause(actor, voice, body.kind(), body.from() == null ? clock.instant() : body.from(), body.reason() == null ? "" : body.reason());
        return promises.of(voice);
    }

    @PostMapping("/voices/{number}/pauses/end")
    @Operation(summary = "Let the clock of a promise run again")
    public List<PromiseView> resume(Actor actor, @PathVariable String number, @RequestBody ResumeBody body) {
        var voice = voices.byNumber(actor, number).id();
        promises.resume(actor, voice, body.kind(), body.at() == null ? clock.instant() : body.at());
        return promises.of(voice);
    }

    @GetMapping("/promises")
    @Operation(summary = "Open promises that fall due in the days from and to, late ones before them if asked for")
    public List<DueView> due(Actor actor, @RequestParam LocalDate from, @RequestParam LocalDate to, @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(required = false) @Nullable PromiseKind kind, @RequestParam(required = false) @Nullable VoiceKind voiceKind,
            @RequestParam(required = false) @Nullable UUID owner) {
        return promises.fallingDue(actor, new DueFilter(from, to, late, kind, voiceKind, owner == null ? null : new PersonId(owner)));
    }

    @GetMapping("/promises/rates")
    @Operation(summary = "How promises were kept that fell due in the days from and to, by kind, month and owner")
    public PromiseRates rates(Actor actor, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        return promises.rates(actor, from, to);
    }

    @GetMapping("/customers/{code}/clocks")
    @Operation(summary = "The answering times agreed with a customer, ended ones included")
    public List<CustomerClockView> clocks(Actor actor, @PathVariable String code) {
        return clocks.of(actor, customers.byCode(actor, code).id());
    }

    @PostMapping("/customers/{code}/clocks")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Agree on an answering time with a customer")
    public List<CustomerClockView> agree(Actor actor, @PathVariable String code, @RequestBody ClockBody body) {
        var customer = customers.byCode(actor, code).id();
        clocks.agree(actor, customer, body.rule(), body.clock(), body.agreed() == null ? "" : body.agreed(), body.reason() == null ? "" : body.reason(), body.before());
        return clocks.of(actor, customer);
    }
}
