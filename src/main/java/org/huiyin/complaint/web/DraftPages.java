package org.huiyin.complaint.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.Drafts;
import org.huiyin.complaint.Drafts.Saved;
import org.huiyin.kernel.Actor;
import org.huiyin.sheets.ListFile;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one has begun to type and not yet taken in: saved while one types, listed for its author, thrown away. */
@Controller
class DraftPages {

    private static final String ALL = "/c/{company}/complaints/drafts";

    private final Drafts drafts;
    private final Complaints complaints;

    DraftPages(Drafts drafts, Complaints complaints) {
        this.drafts = drafts;
        this.complaints = complaints;
    }

    @GetMapping(ALL)
    ModelAndView list(Actor actor) {
        return new ModelAndView("complaint/drafts", Map.of("drafts", drafts.of(actor)));
    }

    @GetMapping({ALL + ".xlsx", ALL + ".csv"})
    void file(Actor actor, Page page, ListFile file) throws IOException {
        var own = drafts.of(actor);
        file.send(new SheetPlan(page.t("complaint.drafts"), List.of(page.t("complaint.drafts"), page.date(page.today())),
                List.of(SheetColumn.text(page.t("complaint.who")), SheetColumn.text(page.t("complaint.words")), SheetColumn.text(page.t("complaint.received")),
                        SheetColumn.text(page.t("complaint.drafts.saved")), SheetColumn.text(page.t("complaint.drafts.until")))),
                sheet -> own.forEach(d -> sheet.row(d.typed("who"), d.typed("text"), d.typed("receivedAt").replace('T', ' '), page.moment(d.savedAt()), page.date(d.until()))));
    }

    /** What the script sends while one types; answered after the commit. */
    @PostMapping(ALL + "/{id}")
    ResponseEntity<Map<String, Object>> save(Actor actor, Page page, @PathVariable UUID id, HttpServletRequest request) {
        return switch (drafts.save(actor, id, IntakeForm.typed(request), IntakeForm.writer(request), IntakeForm.version(request))) {
            case Saved.Kept kept -> answer(page, HttpStatus.OK, "saved", kept.version(), kept.at());
            case Saved.Overtaken other -> answer(page, HttpStatus.CONFLICT, "overtaken", other.version(), other.at());
            case Saved.Taken taken -> ResponseEntity.ok().cacheControl(CacheControl.noStore())
                    .body(Map.of("state", "taken", "href", actor.may("complaint.read") ? page.to("complaints", complaints.get(taken.complaint()).number()) : page.to()));
        };
    }

    private static ResponseEntity<Map<String, Object>> answer(Page page, HttpStatus status, String state, int version, Instant at) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore())
                .body(new HashMap<>(Map.of("state", state, "version", version, "at", page.moment(at))));
    }

    @PostMapping(ALL + "/{id}/removal")
    String drop(Actor actor, Page page, @PathVariable UUID id, RedirectAttributes redirect) {
        drafts.drop(actor, id);
        Notice.done("complaint.drafts.dropped").on(redirect);
        return "redirect:" + page.to("complaints", "drafts");
    }
}
