package org.huiyin.campaign.answers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.campaign.Rounds;
import org.huiyin.campaign.answers.AnswerSheets;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answer sheets in Excel: out, back in, looked at, taken over. */
@Controller
class AnswerSheetPages {

    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final AnswerSheets sheets;
    private final Rounds rounds;

    AnswerSheetPages(AnswerSheets sheets, Rounds rounds) {
        this.sheets = sheets;
        this.rounds = rounds;
    }

    @GetMapping("/c/{company}/rounds/{number}/sheets")
    ModelAndView page(Actor actor, @PathVariable String number) {
        actor.mustHave("round.collect");
        return new ModelAndView("campaign/answer/sheets", Map.of("round", rounds.byNumber(actor, number)));
    }

    @GetMapping("/c/{company}/rounds/{number}/sheets/blank.xlsx")
    void blank(Actor actor, Page page, @PathVariable String number, @RequestParam(required = false) @Nullable String invitation,
            HttpServletResponse response) throws IOException {
        var round = rounds.byNumber(actor, number);
        actor.mustHave("round.collect");
        response.setContentType(SHEET);
        var name = invitation == null || !invitation.matches("[\\w-]{1,40}") ? number : invitation;
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".xlsx\"");
        sheets.write(actor, round.id(), invitation, page, response.getOutputStream());
    }

    @PostMapping("/c/{company}/rounds/{number}/sheets")
    Object upload(Actor actor, Page page, @PathVariable String number, @RequestParam MultipartFile file) throws IOException {
        var round = rounds.byNumber(actor, number);
        try (var content = file.getInputStream()) {
            var preview = sheets.upload(actor, round.id(), Objects.requireNonNullElse(file.getOriginalFilename(), ""), content);
            return "redirect:" + page.to("rounds", number, "sheets", preview.id());
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("campaign/answer/sheets", Map.of("round", round));
        }
    }

    @GetMapping("/c/{company}/rounds/{number}/sheets/{id}")
    ModelAndView preview(Actor actor, @PathVariable String number, @PathVariable UUID id) {
        var round = rounds.byNumber(actor, number);
        return new ModelAndView("campaign/answer/preview", Map.of("round", round, "preview", sheets.preview(actor, round.id(), id)));
    }

    @PostMapping("/c/{company}/rounds/{number}/sheets/{id}")
    String take(Actor actor, Page page, @PathVariable String number, @PathVariable UUID id,
            @RequestParam(defaultValue = "all") String rows, RedirectAttributes redirect) {
        var round = rounds.byNumber(actor, number);
        int taken = sheets.take(actor, round.id(), id, rows.equals("good"));
        Notice.done("campaign.answer.sheet.taken", taken).on(redirect);
        return "redirect:" + page.to("rounds", number, "sheets", id);
    }
}
