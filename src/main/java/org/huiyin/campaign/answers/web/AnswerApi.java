package org.huiyin.campaign.answers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.huiyin.campaign.Rounds;
import org.huiyin.campaign.answers.AnswerChannel;
import org.huiyin.campaign.answers.AnswerCounts;
import org.huiyin.campaign.answers.AnswerRow;
import org.huiyin.campaign.answers.Answers;
import org.huiyin.campaign.answers.DoubtRule;
import org.huiyin.campaign.answers.Doubts;
import org.huiyin.campaign.answers.Entries;
import org.huiyin.campaign.answers.FormContent;
import org.huiyin.campaign.answers.PaperEntry;
import org.huiyin.campaign.answers.StaffEntry;
import org.huiyin.campaign.answers.Validity;
import org.huiyin.campaign.answers.Verdict;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PersonId;
import org.huiyin.organization.People;
import org.huiyin.sheets.ListFile;
import org.huiyin.web.Page;
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

/** Answers for programs: read, written down by staff, judged; writes are repeatable with an Idempotency-Key. */
@RestController
@Tag(name = "Answers")
@RequestMapping("/api/v1/rounds/{number}")
class AnswerApi {

    private final Answers answers;
    private final Entries entries;
    private final Doubts doubts;
    private final Rounds rounds;
    private final Customers customers;
    private final People people;

    AnswerApi(Answers answers, Entries entries, Doubts doubts, Rounds rounds, Customers customers, People people) {
        this.answers = answers;
        this.entries = entries;
        this.doubts = doubts;
        this.rounds = rounds;
        this.customers = customers;
        this.people = people;
    }

    /** An answer; number, customer and contact are missing where the reader must not know them. */
    record AnswerJson(
            String key, @Nullable String number, @Nullable String customer, @Nullable UUID contact, Grade stratum, BigDecimal weight,
            Map<String, String> items, Map<String, String> comments, Set<String> wanted, @Nullable String overall, AnswerChannel channel,
            String language, @Nullable UUID enteredBy, @Nullable UUID interviewer, boolean staffDevice, @Nullable Integer seconds, boolean late,
            @Nullable String formRevision, Instant submittedAt, @Nullable BigDecimal score, BigDecimal answeredShare, Validity validity,
            List<DoubtRule> doubts) {}

    /** A page of answers with what the whole round has. */
    record AnswersJson(int page, int size, long total, AnswerCounts counts, List<AnswerJson> answers) {}

    /** A scan of a paper form, its content in Base64. */
    record ScanJson(String name, String content) {}

    /**
     * What staff writes down. Items: a degree, a number, "na", or "blank" on paper. Interviewer for PHONE and VISIT;
     * revision, day of receipt and scan for LETTER and FAX.
     */
    record EntryJson(
            String invitation, AnswerChannel channel, Map<String, String> items, @Nullable Map<String, String> comments,
            @Nullable Set<String> wanted, @Nullable String overall, @Nullable UUID interviewer, @Nullable String formRevision,
            @Nullable LocalDate receivedOn, @Nullable ScanJson scan) {}

    /** A paper form between typing and checking. */
    record PaperJson(UUID id, String invitation, AnswerChannel channel, UUID typedBy, @Nullable Boolean agrees, @Nullable String reason) {}

    /** What the second person says of a paper form. */
    record CheckJson(boolean agrees, @Nullable String reason) {}

    /** Why an answer is doubted. */
    record DoubtJson(String reason) {}

    /** What was found out about a doubtful answer. */
    record DecisionJson(Verdict verdict, String reason) {}

    @GetMapping("/answers")
    @Operation(summary = "A page of answers with the counts of the whole round")
    AnswersJson list(Actor actor, @PathVariable String number, AnswerPages.Query query, @RequestParam(defaultValue = "100") int size) {
        var round = rounds.byNumber(actor, number);
        var filter = query.filter();
        var slice = answers.list(actor, round.id(), filter.page(filter.page(), size));
        return new AnswersJson(slice.page(), slice.size(), slice.total(), answers.counts(round.id()), slice.rows().stream().map(AnswerApi::json).toList());
    }

    @GetMapping("/answers/{key}")
    @Operation(summary = "One answer as it was given, with what is doubted")
    AnswerJson show(Actor actor, @PathVariable String number, @PathVariable String key) {
        return json(answers.find(actor, rounds.byNumber(actor, number).id(), key));
    }

    /** The same file as on the page, row by row. */
    @GetMapping({"/answers.xlsx", "/answers.csv"})
    @Operation(summary = "All answers as a workbook or as CSV")
    void export(Actor actor, Page page, @PathVariable String number, AnswerPages.Query query, @Parameter(hidden = true) ListFile file) throws IOException {
        var round = rounds.byNumber(actor, number);
        actor.mustHave("answer.read");
        file.send(round.number(), sheet -> AnswerExport.write(page, round, answers.form(round), people.names(), sheet,
                sink -> answers.each(actor, round.id(), query.filter(), sink)));
    }

    /** Telephone, visit and sheet count at once. */
    @PostMapping("/answers")
    @Operation(summary = "Write down an answer by telephone, visit or sheet; it counts at once")
    @ResponseStatus(HttpStatus.CREATED)
    AnswerJson enter(Actor actor, @PathVariable String number, @RequestBody EntryJson typed) {
        var round = rounds.byNumber(actor, number);
        var invitation = entries.invitation(actor, round.id(), typed.invitation());
        var id = entries.enter(actor, invitation.id(), entry(typed));
        var customer = customers.get(invitation.customer());
        var row = new AnswerRow(answers.get(id), customer.name(), customer.code(), "", List.of());
        return json(actor.may("answer.read") ? answers.find(actor, round.id(), row.key()) : row);
    }

    /** Letters and faxes wait for a second person. */
    @PostMapping("/papers")
    @Operation(summary = "Type in a letter or fax with its scan; a second person compares the two")
    @ResponseStatus(HttpStatus.ACCEPTED)
    PaperJson type(Actor actor, @PathVariable String number, @RequestBody EntryJson typed) {
        var round = rounds.byNumber(actor, number);
        var invitation = entries.invitation(actor, round.id(), typed.invitation());
        return json(entries.type(actor, invitation.id(), entry(typed), scan(typed.scan())), invitation.number());
    }

    @PostMapping("/papers/{id}/check")
    @Operation(summary = "Say whether the form says what the scan says; by somebody else")
    PaperJson check(Actor actor, @PathVariable String number, @PathVariable UUID id, @RequestBody CheckJson said) {
        var round = rounds.byNumber(actor, number);
        var invitation = entries.invitationOf(actor, round.id(), entries.paper(id));
        entries.check(actor, id, said.agrees(), Objects.requireNonNullElse(said.reason(), ""));
        return json(entries.paper(id), invitation.number());
    }

    @PostMapping("/answers/{key}/doubt")
    @Operation(summary = "Doubt an answer")
    AnswerJson doubt(Actor actor, @PathVariable String number, @PathVariable String key, @RequestBody DoubtJson why) {
        var row = answers.find(actor, rounds.byNumber(actor, number).id(), key);
        doubts.raise(actor, row.answer().id(), why.reason());
        return show(actor, number, key);
    }

    @PostMapping("/answers/{key}/decision")
    @Operation(summary = "Confirm a doubtful answer or rule it out, with the reason")
    AnswerJson decide(Actor actor, @PathVariable String number, @PathVariable String key, @RequestBody DecisionJson decision) {
        var row = answers.find(actor, rounds.byNumber(actor, number).id(), key);
        doubts.judge(actor, row.answer().id(), decision.verdict(), decision.reason());
        return show(actor, number, key);
    }

    private static StaffEntry entry(EntryJson typed) {
        var overall = typed.overall() == null || typed.overall().isBlank() ? null : typed.overall().strip();
        var content = new FormContent(typed.items(), Objects.requireNonNullElse(typed.comments(), Map.of()),
                Objects.requireNonNullElse(typed.wanted(), Set.of()), overall);
        return new StaffEntry(typed.channel(), content, typed.interviewer() == null ? null : new PersonId(typed.interviewer()),
                typed.formRevision(), typed.receivedOn());
    }

    private static Entries.@Nullable Scan scan(@Nullable ScanJson scan) {
        try {
            return scan == null ? null : new Entries.Scan(scan.name(), new ByteArrayInputStream(Base64.getDecoder().decode(scan.content())));
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidInput("scan", "campaign.answer.invalid.scan");
        }
    }

    private static PaperJson json(PaperEntry entry, String invitation) {
        return new PaperJson(entry.id(), invitation, entry.channel(), entry.typedBy().value(), entry.agrees(), entry.reason());
    }

    private static AnswerJson json(AnswerRow row) {
        var a = row.answer();
        boolean named = row.named();
        return new AnswerJson(row.key(), named ? a.number() : null, row.customerCode(), named ? a.contact() : null, a.stratum(), a.weight(),
                a.items(), a.comments(), a.wanted(), a.overall(), a.channel(), a.language(), id(a.enteredBy()), id(a.interviewer()),
                a.staffDevice(), a.seconds(), a.late(), a.formRevision(), a.submittedAt(), a.score(), a.answeredShare(), a.validity(), row.rules());
    }

    private static @Nullable UUID id(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
