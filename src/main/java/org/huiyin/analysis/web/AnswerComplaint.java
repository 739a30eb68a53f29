package org.huiyin.analysis.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.analysis.BadAnswers;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.Rounds;
import org.huiyin.campaign.answers.AnswerPanel;
import org.huiyin.campaign.answers.AnswerView;
import org.huiyin.campaign.answers.Answers;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Label;
import org.huiyin.kernel.Sentence;
import org.huiyin.survey.QuestionItem;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** On the page of an answer: the complaint that came of it, or the click that makes one (000/5-8). */
@Controller
class AnswerComplaint implements AnswerPanel {

    private final BadAnswers bad;
    private final Rounds rounds;
    private final Answers answers;

    AnswerComplaint(BadAnswers bad, Rounds rounds, Answers answers) {
        this.bad = bad;
        this.rounds = rounds;
        this.answers = answers;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public @Nullable Part of(Actor actor, RoundView round, AnswerView answer) {
        if (!actor.may("complaint.read") && !actor.may("complaint.record")) {
            return null;
        }
        var made = bad.complaint(answer).orElse(null);
        var items = bad.items(answer);
        if (made == null && items.isEmpty()) {
            return null;
        }
        var form = answers.form(round);
        var clause = form.profile().clauseOf("triggers.complaintItems");
        return new Part(new Sentence("analysis.complaint"), clause.isEmpty() ? null : clause, made == null ? List.of() : List.of(line(actor, made)),
                words(items),
                made == null && answer.validity().counts() && actor.may("complaint.record")
                        ? new Act(new Sentence("analysis.complaint.make"), round.path() + "/answers/" + answer.id().value() + "/complaint") : null);
    }

    /** What the procedure sends to the complaints, item by item. */
    private static List<Sentence> words(List<QuestionItem> items) {
        var words = new ArrayList<Sentence>();
        for (QuestionItem item : items) {
            words.add(new Sentence("analysis.complaint.item", new Label(Map.of("zh-CN", item.label("zh-CN"), "zh-TW", item.label("zh-TW"), "en", item.label("en")))));
        }
        return words;
    }

    private static Line line(Actor actor, ComplaintView made) {
        return new Line(made.number(), actor.may("complaint.read") ? "complaints/" + made.number() : null,
                new Sentence("complaint.standing." + made.standing().name().toLowerCase(Locale.ROOT)), made.open() ? "warn" : "ok");
    }

    @PostMapping("/c/{company}/rounds/{number}/answers/{key}/complaint")
    String complain(Actor actor, Page page, @PathVariable String number, @PathVariable String key, RedirectAttributes redirect) {
        var round = rounds.byNumber(actor, number);
        var made = bad.complain(actor, round.id(), key);
        Notice.done("analysis.complaint.made", made.number()).on(redirect);
        return "redirect:" + page.to("rounds", number, "answers", key);
    }
}
