package org.huiyin.improvement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.huiyin.improvement.Assessment;
import org.huiyin.improvement.EffectFilter;
import org.huiyin.improvement.EffectView;
import org.huiyin.improvement.Effects;
import org.huiyin.kernel.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Watched effects for programs, read only: a verdict is signed by a person with her password. */
@RestController
@RequestMapping("/api/v1/effects")
@Tag(name = "Effects")
class EffectApi {

    private final Effects effects;

    EffectApi(Effects effects) {
        this.effects = effects;
    }

    /** Every round of the record, and how the last one stands today. */
    public record WholeEffect(List<EffectView> rounds, Assessment standing) {}

    @GetMapping
    @Operation(summary = "Effects that are watched, due for a verdict, decided or all")
    public List<EffectView> list(Actor actor, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "OPEN") EffectFilter.Show show,
            @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "50") int size) {
        return effects.list(actor, new EffectFilter(q, show, page, size));
    }

    @GetMapping("/{number}")
    @Operation(summary = "The effect of one complaint or 8D: lots and repeats since the measures, the drafted verdict, the signed ones")
    public WholeEffect one(Actor actor, @PathVariable String number) {
        var rounds = effects.byNumber(actor, number);
        return new WholeEffect(rounds, effects.assess(rounds.getLast()));
    }
}
