package org.huiyin.customer.web;

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
    List<ImportView> history(Actor actor) {
        return imports.history(actor);
    }

    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ImportView upload(Actor actor, @RequestParam ImportKind kind, @RequestParam String name, HttpServletRequest request) throws IOException {
        return imports.get(actor, imports.upload(actor, kind, name, request.getInputStream()));
    }

    @GetMapping("/{id}")
    ImportView show(Actor actor, @PathVariable UUID id) {
        return imports.get(actor, id);
    }

    @GetMapping("/{id}/columns")
    Proposal columns(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "0") int sheet) {
        return imports.proposal(actor, id, sheet);
    }

    @PostMapping("/{id}/columns")
    ImportView map(Actor actor, @PathVariable UUID id, @RequestBody Columns body) {
        imports.map(actor, id, body.sheet() == null ? 0 : body.sheet(), body.columns() == null ? Map.of() : body.columns(),
                body.currency() == null ? "CNY" : body.currency(), body.base());
        return imports.get(actor, id);
    }

    @GetMapping("/{id}/bad")
    List<BadRow> bad(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "1") int page) {
        return imports.bad(actor, id, page, 200);
    }

    @PostMapping("/{id}/taking")
    ImportView take(Actor actor, @PathVariable UUID id, @RequestBody Taking body) {
        imports.take(actor, id, body.goodOnly());
        return imports.get(actor, id);
    }

    @PostMapping("/{id}/undoing")
    ImportView undo(Actor actor, @PathVariable UUID id) {
        imports.undo(actor, id);
        return imports.get(actor, id);
    }
}
