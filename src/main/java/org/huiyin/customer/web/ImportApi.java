package org.huiyin.customer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.customer.imports.BadRow;
import org.huiyin.customer.imports.ImportKind;
import org.huiyin.customer.imports.ImportView;
import org.huiyin.customer.imports.Imports;
import org.huiyin.customer.imports.Proposal;
import org.huiyin.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Imports for programs: send a file, say which column is which, look at the bad cells, take it over. */
@RestController
@Tag(name = "Imports")
@RequestMapping("/api/v1/customer-imports")
class ImportApi {

    private final Imports imports;

    ImportApi(Imports imports) {
        this.imports = imports;
    }

    /** Which column (counted from 0) holds which field; "" leaves a column out. */
    record Columns(@Nullable Integer sheet, @Nullable Map<Integer, String> columns, @Nullable String currency, @Nullable String base) {}

    record Taking(boolean goodOnly) {}

    @GetMapping
    @Operation(summary = "All imports, the latest first")
    List<ImportView> history(Actor actor) {
        return imports.history(actor);
    }

    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "Upload an Excel or CSV file of customers, contacts or sales")
    @ResponseStatus(HttpStatus.CREATED)
    ImportView upload(Actor actor, @RequestParam ImportKind kind, @RequestParam String name, HttpServletRequest request) throws IOException {
        return imports.get(actor, imports.upload(actor, kind, name, request.getInputStream()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far an import is, with its counts")
    ImportView show(Actor actor, @PathVariable UUID id) {
        return imports.get(actor, id);
    }

    @GetMapping("/{id}/columns")
    @Operation(summary = "Which column is taken for what")
    Proposal columns(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "0") int sheet) {
        return imports.proposal(actor, id, sheet);
    }

    @PostMapping("/{id}/columns")
    @Operation(summary = "Correct the columns and read the file")
    ImportView map(Actor actor, @PathVariable UUID id, @RequestBody Columns body) {
        imports.map(actor, id, body.sheet() == null ? 0 : body.sheet(), body.columns() == null ? Map.of() : body.columns(),
                body.currency() == null ? "CNY" : body.currency(), body.base());
        return imports.get(actor, id);
    }

    @GetMapping("/{id}/bad")
    @Operation(summary = "The rows that cannot be taken, a sentence per cell")
    List<BadRow> bad(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "1") int page) {
        return imports.bad(actor, id, page, 200);
    }

    @PostMapping("/{id}/taking")
    @Operation(summary = "Take over all rows, or the good ones")
    ImportView take(Actor actor, @PathVariable UUID id, @RequestBody Taking body) {
        imports.take(actor, id, body.goodOnly());
        return imports.get(actor, id);
    }

    @PostMapping("/{id}/undoing")
    @Operation(summary = "Undo the import")
    ImportView undo(Actor actor, @PathVariable UUID id) {
        imports.undo(actor, id);
        return imports.get(actor, id);
    }
}
