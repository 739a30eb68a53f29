package org.huiyin.campaign.answers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiyin.campaign.Rounds;
import org.huiyin.campaign.answers.AnswerCounts;
import org.huiyin.campaign.answers.FreezeStanding;
import org.huiyin.campaign.answers.FreezeView;
import org.huiyin.campaign.answers.Freezes;
import org.huiyin.kernel.Sentence;
import org.huiyin.web.Page;
import org.huiyin.web.security.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The freeze for programs; a token signs only if it may decide, and the signature says so. */
@RestController
@Tag(name = "Freeze")
@RequestMapping("/api/v1/rounds/{number}")
class FreezeApi {

    private final Freezes freezes;
    private final Rounds rounds;

    FreezeApi(Freezes freezes, Rounds rounds) {
        this.freezes = freezes;
        this.rounds = rounds;
    }

    /** A signature that is needed; person and time are missing while it is open. */
    record PlaceJson(Set<String> roles, @Nullable UUID person, @Nullable Instant at) {}

    /** How far the round is from its freeze. */
    record FreezeJson(boolean frozen, AnswerCounts counts, List<String> hindrances, List<PlaceJson> signatures, String contentHash, List<FreezeView> freezes) {}

    /** Why frozen answers are gone through again. */
    record CorrectionJson(String reason) {}

    @GetMapping("/freeze")
    @Operation(summary = "How far the round is from its freeze, and what hinders it")
    FreezeJson show(Member member, Page page, @PathVariable String number) {
        return json(freezes.standing(member.actor(), rounds.byNumber(member.actor(), number).id()), page);
    }

    @PostMapping("/freeze")
    @Operation(summary = "Sign the answers; the second signature freezes them")
    FreezeJson sign(Member member, Page page, @PathVariable String number) {
        freezes.sign(member, null, rounds.byNumber(member.actor(), number).id());
        return show(member, page, number);
    }

    @PostMapping("/correction")
    @Operation(summary = "Go through frozen answers again, where the procedure allows it")
    FreezeJson correct(Member member, Page page, @PathVariable String number, @RequestBody CorrectionJson why) {
        freezes.correct(member.actor(), rounds.byNumber(member.actor(), number).id(), why.reason());
        return show(member, page, number);
    }

    private static FreezeJson json(FreezeStanding standing, Page page) {
        var hindrances = standing.hindrances().stream().map((Sentence sentence) -> page.say(sentence)).toList();
        var places = standing.places().stream().map(place -> new PlaceJson(place.roles(),
                place.signature() == null ? null : place.signature().person().value(), place.signature() == null ? null : place.signature().at())).toList();
        return new FreezeJson(standing.settled(), standing.counts(), hindrances, places, standing.contentHash(), standing.freezes());
    }
}
