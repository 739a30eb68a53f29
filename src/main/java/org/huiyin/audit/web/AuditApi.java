package org.huiyin.audit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.audit.AuditFilter;
import org.huiyin.audit.AuditLine;
import org.huiyin.audit.AuditTrail;
import org.huiyin.audit.Verification;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail for programs; scope audit.read. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "audit")
class AuditApi {

    private final AuditTrail trail;

    AuditApi(AuditTrail trail) {
        this.trail = trail;
    }

    /** An entry; {@code position} is its place in the chain, missing within the first second. */
    public record Line(
            UUID id, Instant at, @Nullable UUID by, @Nullable String byName, String type, UUID subject, String verb,
            Map<String, @Nullable Object> before, Map<String, @Nullable Object> after, @Nullable Long position) {

        static Line of(AuditLine line) {
            return new Line(line.id(), line.at(), line.by() == null ? null : line.by().value(), line.byName(), line.subject().type(),
                    line.subject().id(), line.verb(), line.before(), line.after(), line.position());
        }
    }

    /** A page of entries, the newest first. */
    public record Lines(List<Line> entries, long total, int page, int size) {}

    @GetMapping("/entries")
    @Operation(summary = "Entries of the audit trail, the newest first")
    Lines entries(Actor actor, @RequestParam(required = false) @Nullable UUID by, @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String verb, @RequestParam(required = false) @Nullable UUID subject,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable Instant from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable Instant until,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "100") int size) {
        var filter = new AuditFilter(by == null ? null : new PersonId(by), type, verb, subject, from, until);
        var found = trail.page(actor, filter, page, Math.clamp(size, 1, 500));
        return new Lines(found.lines().stream().map(Line::of).toList(), found.total(), Math.max(1, page), Math.clamp(size, 1, 500));
    }

    @GetMapping("/verification")
    @Operation(summary = "Computes the whole chain anew and names each place that does not fit")
    Verification verification(Actor actor) {
        return trail.verify(actor);
    }
}
