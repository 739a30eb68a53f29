package org.huiyin.procedure.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.procedure.Clause;
import org.huiyin.procedure.Procedures;
import org.huiyin.procedure.ProfileVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The procedure for programs: the profile that holds on a day, its versions and clauses. */
@RestController
@Tag(name = "Procedure")
class ProcedureApi {

    private final Procedures procedures;

    ProcedureApi(Procedures procedures) {
        this.procedures = procedures;
    }

    /** A version without its document. */
    record VersionEntry(UUID id, int number, String preset, String document, String revision, LocalDate effectiveFrom, Instant approvedAt,
            String changeNote, String contentHash) {
        static VersionEntry of(ProfileVersion version) {
            return new VersionEntry(version.id(), version.number(), version.preset(), version.document(), version.revision(),
                    version.effectiveFrom(), version.approvedAt(), version.changeNote(), version.contentHash());
        }
    }

    /** A version with its document. */
    record WholeVersion(VersionEntry version, JsonNode profile) {
        static WholeVersion of(ProfileVersion version) {
            return new WholeVersion(VersionEntry.of(version), version.content().copy());
        }
    }

    @GetMapping("/api/v1/procedure")
    @Operation(summary = "The version of the procedure in force")
    WholeVersion inForce(Actor actor, @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on) {
        actor.mustHave("profile.read");
        return WholeVersion.of(on == null ? procedures.inForce() : procedures.inForceOn(on));
    }

    @GetMapping("/api/v1/procedure/versions")
    @Operation(summary = "All versions of the procedure")
    List<VersionEntry> versions(Actor actor) {
        actor.mustHave("profile.read");
        return procedures.versions().stream().map(VersionEntry::of).toList();
    }

    @GetMapping("/api/v1/procedure/versions/{number}")
    @Operation(summary = "One version of the procedure with all settings")
    WholeVersion version(Actor actor, @PathVariable int number) {
        actor.mustHave("profile.read");
        return WholeVersion.of(procedures.byNumber(number));
    }

    @GetMapping("/api/v1/procedure/clauses")
    @Operation(summary = "The clauses of the procedure with their settings")
    List<Clause> clauses(Actor actor) {
        actor.mustHave("profile.read");
        return procedures.inForce().clauses();
    }
}
