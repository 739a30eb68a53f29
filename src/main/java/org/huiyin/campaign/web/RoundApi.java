package org.huiyin.campaign.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.campaign.Channel;
import org.huiyin.campaign.Choice;
import org.huiyin.campaign.InvitationId;
import org.huiyin.campaign.InvitationState;
import org.huiyin.campaign.InvitationView;
import org.huiyin.campaign.Invitations;
import org.huiyin.campaign.NewRound;
import org.huiyin.campaign.Progress;
import org.huiyin.campaign.RoundKind;
import org.huiyin.campaign.RoundState;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.Rounds;
import org.huiyin.campaign.SampleRow;
import org.huiyin.campaign.SampleView;
import org.huiyin.campaign.Samples;
import org.huiyin.campaign.Sending;
import org.huiyin.campaign.Sent;
import org.huiyin.customer.Customers;
import org.huiyin.customer.Directory;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rounds for programs, from the plan to the reminders; writes are repeatable with an Idempotency-Key. */
@RestController
@Tag(name = "Rounds")
@RequestMapping("/api/v1")
class RoundApi {

    private final Rounds rounds;
    private final Samples samples;
    private final Invitations invitations;
    private final Sending sending;
    private final Customers customers;
    private final Directory directory;

    RoundApi(Rounds rounds, Samples samples, Invitations invitations, Sending sending, Customers customers, Directory directory) {
        this.rounds = rounds;
        this.samples = samples;
        this.invitations = invitations;
        this.sending = sending;
        this.customers = customers;
        this.directory = directory;
    }

    /** A round. */
    record RoundJson(
            String number, String title, RoundKind kind, RoundState state, @Nullable String window, LocalDate opensOn, LocalDate closesOn,
            LocalDate linksEndOn, UUID profileVersion, UUID questionnaireVersion, boolean confidential, long seed, int version) {}

    /** A round to be planned; kind CENTRAL when it is missing. */
    record PlanJson(
            @Nullable RoundKind kind, @Nullable String window, String title, LocalDate opensOn, @Nullable LocalDate closesOn,
            @Nullable UUID questionnaireVersion, @Nullable Boolean confidential, @Nullable Boolean despiteWarnings) {}

    /** A customer in a sample; customer is its number. */
    record PickJson(
            String customer, String name, String stratum, int position, boolean chosen, boolean proposed, SampleRow.Origin origin, String reason,
            @Nullable LocalDate lastAnswered, int contacts) {}

    /** A sample with the hash that the approvers sign. */
    record SampleJson(String hash, List<StratumJson> strata, List<PickJson> ineligible) {}

    /** A class of a sample. */
    record StratumJson(String code, java.math.BigDecimal share, int population, int size, List<PickJson> customers) {}

    /** A change of a sample by hand; both customers for a swap, one for an addition or a removal. */
    record ChangeJson(@Nullable String leaving, @Nullable String entering, String reason) {}

    /** A contact and the way in which to ask. */
    record ChoiceJson(UUID contact, Channel channel) {}

    /** Numbers of invitations; all that fit when they are missing. */
    record NumbersJson(@Nullable List<String> numbers) {}

    /** Why something is done. */
    record ReasonJson(String reason) {}

    /** An invitation. */
    record InvitationJson(
            String number, String customer, UUID contact, Channel channel, String language, InvitationState state, @Nullable Instant sentAt,
            @Nullable Instant openedAt, @Nullable Instant answeredAt, Instant dueAt, int reminders, @Nullable String trouble) {}

    @GetMapping("/rounds")
    @Operation(summary = "All rounds, the latest first")
    List<RoundJson> list(Actor actor) {
        return rounds.list(actor).stream().map(RoundApi::json).toList();
    }

    @PostMapping("/rounds")
    @Operation(summary = "Plan a round")
    @ResponseStatus(HttpStatus.CREATED)
    RoundJson plan(Actor actor, @RequestBody PlanJson plan) {
        return json(rounds.get(rounds.plan(actor, new NewRound(Objects.requireNonNullElse(plan.kind(), RoundKind.CENTRAL), plan.window(), plan.title(),
                plan.opensOn(), plan.closesOn(), plan.questionnaireVersion(), plan.confidential(), Boolean.TRUE.equals(plan.despiteWarnings())))));
    }

    @GetMapping("/rounds/{number}")
    @Operation(summary = "One round")
    RoundJson show(Actor actor, @PathVariable String number) {
        return json(rounds.byNumber(actor, number));
    }

    @PostMapping("/rounds/{number}/cancellation")
    @Operation(summary = "Call a round off")
    RoundJson cancel(Actor actor, @PathVariable String number, @RequestBody ReasonJson why) {
        var round = rounds.byNumber(actor, number);
        rounds.cancel(actor, round.id(), why.reason());
        return show(actor, number);
    }

    /** Ends collecting before or after the closing day; answers that come later are marked late. */
    @PostMapping("/rounds/{number}/checking")
    @Operation(summary = "End collecting and begin to check the answers")
    RoundJson endCollecting(Actor actor, @PathVariable String number, @RequestBody ReasonJson why) {
        rounds.endCollecting(actor, rounds.byNumber(actor, number).id(), why.reason());
        return show(actor, number);
    }

    @GetMapping("/rounds/{number}/sample")
    @Operation(summary = "Whom the round asks, class by class, with the hash that is approved")
    SampleJson sample(Actor actor, @PathVariable String number) {
        return json(samples.of(rounds.byNumber(actor, number).id()));
    }

    @PostMapping("/rounds/{number}/sample")
    @Operation(summary = "Draw the sample by the rule and the seed of the round")
    SampleJson propose(Actor actor, @PathVariable String number) {
        return json(samples.propose(actor, rounds.byNumber(actor, number).id()));
    }

    @PostMapping("/rounds/{number}/sample/changes")
    @Operation(summary = "Swap, add or leave out a customer, with the reason")
    SampleJson change(Actor actor, @PathVariable String number, @RequestBody ChangeJson change) {
        var round = rounds.byNumber(actor, number);
        if (change.leaving() != null && change.entering() != null) {
            samples.swap(actor, round.id(), id(change.leaving()), id(change.entering()), change.reason());
        } else if (change.entering() != null) {
            samples.add(actor, round.id(), id(change.entering()), change.reason());
        } else {
            samples.remove(actor, round.id(), id(change.leaving()), change.reason());
        }
        return json(samples.of(round.id()));
    }

    private org.huiyin.customer.CustomerId id(@Nullable String code) {
        return customers.byCode(Objects.requireNonNullElse(code, "")).orElseThrow(NotFound::new).id();
    }

    /** The answer names the approval that waits; decide it under /api/v1/approvals. */
    @PostMapping("/rounds/{number}/submission")
    @Operation(summary = "Send plan and sample to their approvers")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Object> submit(Actor actor, @PathVariable String number) {
        var approval = samples.submit(actor, rounds.byNumber(actor, number).id());
        var state = rounds.byNumber(actor, number).state();
        return approval.<Map<String, Object>>map(id -> Map.of("approval", id, "state", state)).orElseGet(() -> Map.of("state", state));
    }

    @GetMapping("/rounds/{number}/invitations")
    @Operation(summary = "The invitations of a round with their state")
    List<InvitationJson> invitations(Actor actor, @PathVariable String number) {
        return json(invitations.of(rounds.byNumber(actor, number).id()));
    }

    /** Prepares invitations for these contacts; for everybody in the sample when the list is empty. */
    @PostMapping("/rounds/{number}/invitations")
    @Operation(summary = "Prepare invitations; an empty list takes all contacts")
    @ResponseStatus(HttpStatus.CREATED)
    List<InvitationJson> prepare(Actor actor, @PathVariable String number, @RequestBody List<ChoiceJson> choices) {
        var round = rounds.byNumber(actor, number);
        var ids = choices.isEmpty() ? invitations.prepareAll(actor, round.id())
                : invitations.prepare(actor, round.id(), choices.stream().map(c -> new Choice(c.contact(), c.channel())).toList());
        return json(ids.stream().map(invitations::get).toList());
    }

    @PostMapping("/rounds/{number}/deliveries")
    @Operation(summary = "Send by mail what goes by mail")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Sent send(Actor actor, @PathVariable String number, @RequestBody NumbersJson wanted) {
        var round = rounds.byNumber(actor, number);
        return wanted.numbers() == null ? sending.send(actor, round.id()) : sending.send(actor, round.id(), ids(actor, wanted));
    }

    @PostMapping("/rounds/{number}/handovers")
    @Operation(summary = "Note that links, letters or fax forms were handed over")
    Map<String, Integer> handedOver(Actor actor, @PathVariable String number, @RequestBody NumbersJson wanted) {
        return Map.of("count", sending.handedOver(actor, rounds.byNumber(actor, number).id(), ids(actor, wanted)));
    }

    @PostMapping("/rounds/{number}/reminders")
    @Operation(summary = "Remind the silent ones, opt-outs left alone")
    Sent remind(Actor actor, @PathVariable String number, @RequestBody NumbersJson wanted) {
        var round = rounds.byNumber(actor, number);
        var all = wanted.numbers() == null ? invitations.of(round.id()).stream().map(InvitationView::id).toList() : ids(actor, wanted);
        return sending.remind(actor, round.id(), all);
    }

    @GetMapping("/rounds/{number}/progress")
    @Operation(summary = "How many were asked, have opened and have answered")
    Progress progress(Actor actor, @PathVariable String number) {
        return sending.progress(rounds.byNumber(actor, number).id());
    }

    private List<InvitationId> ids(Actor actor, NumbersJson wanted) {
        return Objects.requireNonNullElse(wanted.numbers(), List.<String>of()).stream().map(n -> invitations.byNumber(actor, n).id()).toList();
    }

    @GetMapping("/invitations/{number}")
    @Operation(summary = "One invitation")
    InvitationJson invitation(Actor actor, @PathVariable String number) {
        return json(List.of(invitations.byNumber(actor, number))).getFirst();
    }

    /** The address to be handed to the contact. */
    @GetMapping("/invitations/{number}/link")
    @Operation(summary = "The personal link of a contact")
    Map<String, String> link(Actor actor, @PathVariable String number) {
        return Map.of("link", invitations.link(actor, invitations.byNumber(actor, number).id()));
    }

    /** The words to be pasted into a chat, link included. */
    @GetMapping("/invitations/{number}/text")
    @Operation(summary = "The text with the link, to paste into a chat")
    Map<String, String> text(Actor actor, @PathVariable String number) {
        return Map.of("text", sending.text(actor, invitations.byNumber(actor, number).id()).text());
    }

    /** A new link; the old one opens no more. */
    @PostMapping("/invitations/{number}/link")
    @Operation(summary = "Make a new link; the old one ends")
    Map<String, String> reissue(Actor actor, @PathVariable String number) {
        invitations.reissue(actor, invitations.byNumber(actor, number).id());
        return link(actor, number);
    }

    @PostMapping("/invitations/{number}/revocation")
    @Operation(summary = "Revoke an invitation")
    InvitationJson revoke(Actor actor, @PathVariable String number, @RequestBody ReasonJson why) {
        invitations.revoke(actor, invitations.byNumber(actor, number).id(), why.reason());
        return invitation(actor, number);
    }

    private static RoundJson json(RoundView r) {
        return new RoundJson(r.number(), r.title(), r.kind(), r.state(), r.window(), r.opensOn(), r.closesOn(), r.linksEndOn(), r.profileVersion(),
                r.questionnaireVersion(), r.confidential(), r.seed(), r.version());
    }

    private static SampleJson json(SampleView view) {
        return new SampleJson(view.hash(), view.strata().stream()
                .map(s -> new StratumJson(s.code(), s.share().value(), s.population(), s.size(), s.rows().stream().map(RoundApi::json).toList()))
                .toList(), view.ineligible().stream().map(RoundApi::json).toList());
    }

    private static PickJson json(SampleRow r) {
        return new PickJson(r.code(), r.name(), r.stratum(), r.position(), r.chosen(), r.proposed(), r.origin(), r.reason().key(), r.lastAnswered(), r.contacts());
    }

    private List<InvitationJson> json(List<InvitationView> all) {
        var names = directory.customers(all.stream().map(InvitationView::customer).toList());
        return all.stream().map(i -> {
            var customer = names.get(i.customer());
            return new InvitationJson(i.number(), customer == null ? "" : customer.code(), i.contact(), i.way(), i.language(), i.state(), i.sentAt(),
                    i.openedAt(), i.answeredAt(), i.dueAt(), i.reminders(), i.trouble());
        }).toList();
    }
}
