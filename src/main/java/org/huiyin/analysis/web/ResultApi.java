package org.huiyin.analysis.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import org.huiyin.analysis.CustomerScore;
import org.huiyin.analysis.CustomerScoreFilter;
import org.huiyin.analysis.ImportanceChart;
import org.huiyin.analysis.Results;
import org.huiyin.analysis.RoundComparison;
import org.huiyin.analysis.RoundResult;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.NotFound;
import org.huiyin.sheets.ListFile;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door of programs for results. */
@RestController
@RequestMapping("/api/v1/rounds/{number}/results")
@Tag(name = "Results")
class ResultApi {

    private final Results results;
    private final ResultSheet sheet;

    ResultApi(Results results, ResultSheet sheet) {
        this.results = results;
        this.sheet = sheet;
    }

    /** The result of a round; the hash is there once it is signed. */
    public record ResultBody(String round, String title, String state, boolean provisional, @Nullable String signedHash, boolean named, RoundResult result) {}

    /** What may be said of the change since another round. */
    public record ChangeBody(String from, String to, RoundComparison comparison, List<String> rewordedItems) {}

    @GetMapping
    @Operation(summary = "Index with interval, validity, bands, items and slices of a round")
    public ResultBody one(Actor actor, @PathVariable String number) {
        var view = results.of(actor, number).orElseThrow(NotFound::new);
        return new ResultBody(view.round().number(), view.round().title(), view.round().state().name(), view.provisional(), view.frozenHash(),
                view.named(), view.result());
    }

    @GetMapping("/customers")
    @Operation(summary = "Customers with score and band, worst first")
    public List<CustomerScore> customers(Actor actor, @PathVariable String number, @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String band, @RequestParam(name = "class", required = false) @Nullable String stratum,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        int rows = Math.clamp(size, 1, 500);
        return results.customers(actor, results.round(actor, number), new CustomerScoreFilter(q, band, stratum, rows, (Math.max(1, page) - 1) * rows));
    }

    @GetMapping("/importance")
    @Operation(summary = "Items by importance and satisfaction with their quadrants, as stated or as derived")
    public ImportanceChart importance(Actor actor, @PathVariable String number,
            @RequestParam(defaultValue = "STATED") ImportanceChart.Way way) {
        return ImportanceChart.of(results.of(actor, number).orElseThrow(NotFound::new), way);
    }

    @GetMapping("/change")
    @Operation(summary = "Whether the round is better than an earlier one")
    public ChangeBody change(Actor actor, @PathVariable String number, @RequestParam String from) {
        var compared = results.compare(actor, results.round(actor, from), results.round(actor, number)).orElseThrow(NotFound::new);
        return new ChangeBody(from, number, compared.verdict(), compared.reworded());
    }

    @GetMapping("/export")
    @Operation(summary = "The workbook of a result")
    public void export(Actor actor, Page page, @PathVariable String number, @Parameter(hidden = true) ListFile file) throws IOException {
        var view = results.of(actor, number).orElseThrow(NotFound::new);
        file.send(number, writer -> sheet.write(actor, page, view, writer));
    }
}
