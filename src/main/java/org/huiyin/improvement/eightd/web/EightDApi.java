package org.huiyin.improvement.eightd.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.huiyin.customer.Customers;
import org.huiyin.improvement.eightd.EightDApprovals;
import org.huiyin.improvement.eightd.EightDContent;
import org.huiyin.improvement.eightd.EightDDepth;
import org.huiyin.improvement.eightd.EightDEvent;
import org.huiyin.improvement.eightd.EightDFilter;
import org.huiyin.improvement.eightd.EightDSource;
import org.huiyin.improvement.eightd.EightDStep;
import org.huiyin.improvement.eightd.EightDSteps;
import org.huiyin.improvement.eightd.EightDView;
import org.huiyin.improvement.eightd.EightDs;
import org.huiyin.improvement.eightd.EightDTemplates;
import org.huiyin.improvement.eightd.Gap;
import org.huiyin.improvement.eightd.MeetingView;
import org.huiyin.improvement.eightd.Meetings;
import org.huiyin.improvement.eightd.NewEightD;
import org.huiyin.improvement.eightd.Saved;
import org.huiyin.improvement.eightd.StepEnd;
import org.huiyin.improvement.eightd.StepText;
import org.huiyin.improvement.eightd.TemplateView;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.procedure.Procedures;
import org.huiyin.web.Acts;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door of programs for 8Ds: list, open, write and end steps, open again, the report as PDF and Word. */
@RestController
@RequestMapping("/api/v1/eightds")
@Tag(name = "8Ds")
class EightDApi {

    private final EightDs eightDs;
    private final EightDSteps steps;
    private final EightDApprovals approvals;
    private final Meetings meetings;
    private final EightDTemplates templates;
    private final Customers customers;
    private final Procedures procedures;
    private final Acts<EightDView, WholeEightD> acts;

    EightDApi(EightDs eightDs, EightDSteps steps, EightDApprovals approvals, Meetings meetings, EightDTemplates templates, Customers customers, Procedures procedures) {
        this.eightDs = eightDs;
        this.steps = steps;
        this.approvals = approvals;
        this.meetings = meetings;
        this.templates = templates;
        this.customers = customers;
        this.procedures = procedures;
        this.acts = new Acts<>(eightDs::byNumber, this::one);
    }

    /** An 8D with everything that proves its way. */
    public record WholeEightD(EightDView eightD, List<EightDSource.SourceLine> sources, Map<EightDStep, StepText> texts, EightDContent content, List<StepEnd> ends,
            Map<EightDStep, List<Gap>> gaps, List<EightDEvent> events, boolean approved) {}

    public record OpenBody(@Nullable String title, @Nullable EightDDepth depth, @Nullable UUID leader, @Nullable String customer, @Nullable String source) {}

    public record StepBody(@Nullable Map<String, String> values, int version) {}

    public record EndBody(int version) {}

    public record GuestBody(@Nullable UUID person, @Nullable String name, @Nullable Boolean present) {

        MeetingView.Guest guest() {
            return new MeetingView.Guest(person == null ? null : new PersonId(person), Typed.text(name), !Boolean.FALSE.equals(present));
        }
    }

    public record DecisionBody(@Nullable String words, @Nullable UUID owner, @Nullable LocalDate due) {

        MeetingView.Resolution decision() {
            return new MeetingView.Resolution(Ids.next(), Typed.text(words), owner == null ? null : new PersonId(owner), due, null);
        }
    }

    public record MeetingBody(@Nullable Instant at, @Nullable String place, @Nullable String words, @Nullable List<GuestBody> guests, @Nullable List<DecisionBody> decisions) {}

    public record TemplateBody(@Nullable String name, @Nullable String customer, byte @Nullable [] content) {}

    public record RetireBody(@Nullable String reason) {}

    public record ReopenBody(@Nullable EightDStep step, @Nullable String reason) {}

    @GetMapping
    @Operation(summary = "All 8Ds, open ones by the next date first")
    public List<EightDView> list(Actor actor, @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable EightDStep standing,
            @RequestParam(defaultValue = "false") boolean open, @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(required = false) @Nullable UUID leader, @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "50") int size) {
        return eightDs.list(actor, new EightDFilter(q, standing, open, late, null, leader == null ? null : new PersonId(leader), null, page, size));
    }

    @GetMapping("/{number}")
    @Operation(summary = "One 8D with its texts, ended versions, gaps and history")
    public WholeEightD one(Actor actor, @PathVariable String number) {
        var eightD = eightDs.byNumber(actor, number);
        return new WholeEightD(eightD, eightDs.sourceLines(eightD), steps.texts(eightD.id()), steps.content(eightD), steps.ends(eightD.id()), steps.gaps(eightD),
                eightDs.events(eightD.id()), approvals.approved(eightD));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Open an 8D, for a complaint or without one")
    public EightDView open(Actor actor, @RequestBody OpenBody body) {
        var profile = procedures.inForce();
        var customer = customers.idOf(actor, body.customer());
        var number = Typed.text(body.source());
        Set<SubjectRef> sources = number.isEmpty() ? Set.of()
                : Set.of(eightDs.sourceByNumber(number).orElseThrow(() -> new InvalidInput("source", "improvement.eightd.invalid.source", number)));
        var id = eightDs.open(actor, new NewEightD(sources, customer, Typed.text(body.title()), Objects.requireNonNullElse(body.depth(), EightDDepth.FULL),
                body.leader() == null ? null : new PersonId(body.leader()), profile.id(), profile.clauseOf("complaint.places")));
        return eightDs.get(id);
    }

    @PutMapping("/{number}/steps/{step}")
    @Operation(summary = "Save a step as written; the version that was read keeps two writers apart")
    public Saved save(Actor actor, @PathVariable String number, @PathVariable EightDStep step, @RequestBody StepBody body) {
        return steps.save(actor, eightDs.byNumber(actor, number).id(), step, Objects.requireNonNullElse(body.values(), Map.of()), body.version());
    }

    @PostMapping("/{number}/steps/{step}/end")
    @Operation(summary = "End a step; refused with every gap while its gate is not met")
    public WholeEightD end(Actor actor, @PathVariable String number, @PathVariable EightDStep step, @RequestBody EndBody body) {
        return acts.on(actor, number, e -> steps.end(actor, e.id(), step, body.version()));
    }

    @PostMapping("/{number}/reopening")
    @Operation(summary = "Open a step again; everything that was ended stays")
    public WholeEightD reopen(Actor actor, @PathVariable String number, @RequestBody ReopenBody body) {
        var step = body.step();
        if (step == null) {
            throw new InvalidInput("step", "web.invalid.choice");
        }
        return acts.on(actor, number, e -> eightDs.reopen(actor, e.id(), step, Typed.text(body.reason())));
    }

    @GetMapping("/{number}/meetings")
    @Operation(summary = "The meetings with who came and what was decided")
    public List<MeetingView> meetings(Actor actor, @PathVariable String number) {
        return meetings.of(eightDs.byNumber(actor, number).id());
    }

    @PostMapping("/{number}/meetings")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Write a meeting down")
    public List<MeetingView> hold(Actor actor, @PathVariable String number, @RequestBody MeetingBody body) {
        var id = eightDs.byNumber(actor, number).id();
        if (body.at() == null) {
            throw new InvalidInput("at", "web.invalid.choice");
        }
        meetings.hold(actor, id, new Meetings.NewMeeting(body.at(), Typed.text(body.place()), Typed.text(body.words()),
                Typed.each(body.guests(), GuestBody::guest),
                Typed.each(body.decisions(), DecisionBody::decision)));
        return meetings.of(id);
    }

    @GetMapping("/templates")
    @Operation(summary = "The customers' own report forms in use")
    public List<TemplateView> templates(Actor actor) {
        return templates.list(actor);
    }

    @PostMapping("/templates")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Keep a customer's report form (.docx or .xlsx, Base64); unknown placeholders are refused, each with its place")
    public TemplateView keep(Actor actor, @RequestBody TemplateBody body) {
        if (body.content() == null || body.content().length == 0) {
            throw new InvalidInput("content", "improvement.invalid.blank");
        }
        var customer = customers.idOf(actor, body.customer());
        return templates.upload(actor, customer, Typed.text(body.name()), body.content());
    }

    @PostMapping("/templates/{id}/retirement")
    @Operation(summary = "Take a report form out of use")
    public List<TemplateView> retire(Actor actor, @PathVariable UUID id, @RequestBody RetireBody body) {
        templates.retire(actor, id, Typed.text(body.reason()));
        return templates.list(actor);
    }

    @GetMapping("/{number}/filled/{template}")
    @Operation(summary = "The 8D in a customer's own form")
    public ResponseEntity<byte[]> filled(Actor actor, @PathVariable String number, @PathVariable UUID template, @RequestParam(defaultValue = "zh_CN") String language) {
        var document = templates.fill(actor, eightDs.byNumber(actor, number), template, Typed.language(language));
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(document.mediaType())).body(document.content());
    }

    @GetMapping(value = "/{number}/report.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The report as PDF in our form; language zh_CN, zh_TW or en")
    public byte[] pdf(Actor actor, @PathVariable String number, @RequestParam(defaultValue = "zh_CN") String language) {
        return eightDs.pdf(actor, eightDs.byNumber(actor, number).id(), Typed.language(language));
    }

    @GetMapping(value = "/{number}/report.docx", produces = "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    @Operation(summary = "The report as Word file in our form; language zh_CN, zh_TW or en")
    public byte[] word(Actor actor, @PathVariable String number, @RequestParam(defaultValue = "zh_CN") String language) {
        return eightDs.word(actor, eightDs.byNumber(actor, number).id(), Typed.language(language));
    }
}
