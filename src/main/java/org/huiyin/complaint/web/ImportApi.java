package org.huiyin.complaint.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.UUID;
import org.huiyin.complaint.ImportKind;
import org.huiyin.complaint.ImportView;
import org.huiyin.complaint.Imports;
import org.huiyin.kernel.Actor;
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

/** The door of programs for lists of complaints and shipments. */
@RestController
@RequestMapping("/api/v1/complaint-imports")
@Tag(name = "Complaints")
class ImportApi {

    private final Imports imports;

    ImportApi(Imports imports) {
        this.imports = imports;
    }

    public record ColumnsBody(@Nullable Integer sheet, @Nullable Map<Integer, String> columns, @Nullable Boolean history) {}

    @PostMapping(consumes = "application/octet-stream")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Upload a list as Excel or CSV")
    public ImportView upload(Actor actor, @RequestParam String kind, @RequestParam(defaultValue = "list") String name, @RequestBody byte[] content) {
        return imports.get(actor, imports.upload(actor, Typed.choice("kind", ImportKind.class, kind), name, new ByteArrayInputStream(content)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far a list is")
    public ImportView one(Actor actor, @PathVariable UUID id) {
        return imports.get(actor, id);
    }

    @GetMapping("/{id}/columns")
    @Operation(summary = "How its columns are understood")
    public Imports.Proposal columns(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "0") int sheet) {
        return imports.proposal(actor, id, sheet);
    }

    @PostMapping("/{id}/columns")
    @Operation(summary = "Say which column is which and have the rows read")
    public ImportView map(Actor actor, @PathVariable UUID id, @RequestBody ColumnsBody body) {
        imports.map(actor, id, body.sheet() == null ? 0 : body.sheet(), body.columns() == null ? Map.of() : body.columns(), !Boolean.FALSE.equals(body.history()));
        return imports.get(actor, id);
    }

    @GetMapping("/{id}/bad")
    @Operation(summary = "Rows with cells that were not understood")
    public java.util.List<Imports.BadRow> bad(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "1") int page) {
        return imports.bad(actor, id, page, 100);
    }

    @GetMapping("/{id}/changed")
    @Operation(summary = "Rows whose shipment is recorded with another quantity")
    public java.util.List<Imports.ChangedRow> changed(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "1") int page) {
        return imports.changed(actor, id, page, 100);
    }

    @PostMapping("/{id}/taking")
    @Operation(summary = "Take the rows over, all or the good ones only; what is recorded otherwise is kept or replaced, as the parameter differing says")
    public ImportView take(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean goodOnly,
            @RequestParam(required = false) Imports.@Nullable Differing differing) {
        imports.take(actor, id, goodOnly, differing);
        return imports.get(actor, id);
    }
}
