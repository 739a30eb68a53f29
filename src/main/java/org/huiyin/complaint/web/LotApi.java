package org.huiyin.complaint.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.complaint.InspectionResult;
import org.huiyin.complaint.InspectionKind;
import org.huiyin.complaint.InspectionFilter;
import org.huiyin.complaint.InspectionView;
import org.huiyin.complaint.Inspections;
import org.huiyin.complaint.LotRow;
import org.huiyin.complaint.LotView;
import org.huiyin.complaint.Lots;
import org.huiyin.complaint.NewInspection;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
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

/** The door of programs for inspection records and lots; a laboratory system notes its records here. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Lots and inspections")
class LotApi {

    private final Inspections inspections;
    private final Lots lots;

    LotApi(Inspections inspections, Lots lots) {
        this.inspections = inspections;
        this.lots = lots;
    }

    /** An inspection record; id makes a repeated call harmless. */
    public record InspectionBody(@Nullable UUID id, @Nullable InspectionKind kind, @Nullable String source, @Nullable String part, @Nullable String partName,
            @Nullable String lot, @Nullable LocalDate day, @Nullable InspectionResult result, @Nullable BigDecimal quantity, @Nullable BigDecimal defective,
            @Nullable String document, @Nullable String inspector, @Nullable String note) {}

    public record StrikeBody(@Nullable String reason) {}

    @GetMapping("/inspections")
    @Operation(summary = "Inspection records, the latest first")
    public List<InspectionView> list(Actor actor, @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable InspectionKind kind,
            @RequestParam(required = false) @Nullable InspectionResult result, @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "50") int size) {
        return inspections.list(actor, new InspectionFilter(q, kind, result, page, size));
    }

    @PostMapping("/inspections")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Note the inspection of a lot")
    public InspectionView note(Actor actor, @RequestBody InspectionBody b) {
        if (b.kind() == null || b.result() == null || b.day() == null) {
            throw new InvalidInput(b.kind() == null ? "kind" : b.result() == null ? "result" : "day", "web.invalid.choice");
        }
        return inspections.note(actor, Objects.requireNonNullElseGet(b.id(), Ids::next), new NewInspection(b.kind(), Typed.text(b.source()), Typed.text(b.part()),
                Typed.text(b.partName()), Typed.text(b.lot()), b.day(), b.result(), b.quantity(), b.defective(), Typed.text(b.document()), Typed.text(b.inspector()),
                Typed.text(b.note())), null);
    }

    @PostMapping("/inspections/{id}/strike")
    @Operation(summary = "Strike a wrong record out; it stays to be read")
    public InspectionView strike(Actor actor, @PathVariable UUID id, @RequestBody StrikeBody body) {
        inspections.strike(actor, id, Typed.text(body.reason()));
        return inspections.get(actor, id);
    }

    @GetMapping("/lots")
    @Operation(summary = "Lots that begin like that, or all lots of a part")
    public List<LotRow> lots(Actor actor, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "50") int size) {
        return lots.search(actor, q, page, Math.clamp(size, 1, 500));
    }

    @GetMapping("/lots/one")
    @Operation(summary = "All that is known of one lot: inspections, shipments, complaints, 8Ds, returns")
    public LotView lot(Actor actor, @RequestParam String lot, @RequestParam(defaultValue = "") String part) {
        return lots.trace(actor, lot, part);
    }
}
