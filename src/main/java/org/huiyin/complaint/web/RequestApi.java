package org.huiyin.complaint.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.NewData;
import org.huiyin.complaint.NewRequest;
import org.huiyin.complaint.RequestFilter;
import org.huiyin.complaint.RequestView;
import org.huiyin.complaint.Requests;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
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

/** The door of programs for what units are asked on cases. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Requests for data")
class RequestApi {

    private final Requests requests;
    private final Complaints complaints;

    RequestApi(Requests requests, Complaints complaints) {
        this.requests = requests;
        this.complaints = complaints;
    }

    /** Whom to ask: one of role, department and person. */
    public record RequestBodyOf(@Nullable String role, @Nullable UUID department, @Nullable UUID person, @Nullable String question) {}

    public record GivenBody(@Nullable String words, @Nullable String document, @Nullable String revision) {}

    public record BackBody(@Nullable String reason) {}

    @GetMapping("/requests")
    @Operation(summary = "What units are asked for on complaints, open ones by their date first")
    public List<RequestView> list(Actor actor, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean open, @RequestParam(defaultValue = "false") boolean late, @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        return requests.list(actor, new RequestFilter(q, mine, open, late, page, size));
    }

    @GetMapping("/requests/{number}")
    @Operation(summary = "One request with its steps")
    public RequestView one(Actor actor, @PathVariable String number) {
        return requests.byNumber(actor, number);
    }

    @PostMapping("/complaints/{number}/requests")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask a unit for something on the complaint")
    public RequestView ask(Actor actor, @PathVariable String number, @RequestBody RequestBodyOf body) {
        return requests.ask(actor, complaints.byNumber(actor, number).id(), Ids.next(), new NewRequest(Typed.blank(body.role()) ? null : Typed.text(body.role()),
                body.department(), body.person() == null ? null : new PersonId(body.person()), Objects.requireNonNullElse(body.question(), "")));
    }

    @PostMapping("/requests/{number}/answers")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Give what was asked for")
    public RequestView answer(Actor actor, @PathVariable String number, @RequestBody GivenBody body) {
        requests.answer(actor, number, new NewData(Typed.text(body.words()), Typed.text(body.document()), Typed.text(body.revision())), null);
        return one(actor, number);
    }

    @PostMapping("/requests/{number}/receipt")
    @Operation(summary = "Note that what was given is what was needed")
    public RequestView receive(Actor actor, @PathVariable String number) {
        requests.receive(actor, number);
        return one(actor, number);
    }

    @PostMapping("/requests/{number}/return")
    @Operation(summary = "Send it back with the reason; its clock has not stopped")
    public RequestView sendBack(Actor actor, @PathVariable String number, @RequestBody BackBody body) {
        requests.sendBack(actor, number, Typed.text(body.reason()));
        return one(actor, number);
    }
}
