package org.huiyin.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huiyin.kernel.StaleRecord;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Answers a failure in the form that was asked for. */
@Component
class FailureAnswers {

    private final ObjectProvider<Pages> pages;

    FailureAnswers(ObjectProvider<Pages> pages) {
        this.pages = pages;
    }

    Object to(HttpServletRequest request, Failure failure) {
        Page page = pages.getObject().of(request);
        if (page.here().startsWith("/api/")) {
            return problem(failure, page);
        }
        String view = Htmx.asked(request) ? "web/trouble" : "web/failure";
        ModelAndView answer = new ModelAndView(view, Map.of("failure", failure, "back", back(request)));
        answer.addObject("again", Resubmission.of(request, failure.stale()));
        answer.setStatus(failure.status());
        return answer;
    }

    /** The page the person came from, if it was one of ours. */
    private static String back(HttpServletRequest request) {
        String referer = request.getHeader("Referer");
        try {
            URI from = URI.create(referer == null ? "" : referer);
            String query = from.getRawQuery() == null ? "" : "?" + from.getRawQuery();
            boolean ours = request.getServerName().equals(from.getHost());
            return ours ? Preferences.local(from.getRawPath() + query) : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    static ResponseEntity<ProblemDetail> problem(Failure failure, Page page) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(failure.status(), page.say(failure.sentence()));
        problem.setType(URI.create("urn:huiyin:problem:" + failure.kind()));
        problem.setTitle(page.t(failure.title()));
        problem.setInstance(URI.create(page.here()));
        problem.setProperty("key", failure.sentence().key());
        if (!failure.problems().isEmpty()) {
            Map<String, String> errors = new LinkedHashMap<>();
            failure.problems().forEach((field, sentence) -> errors.put(field, page.say(sentence)));
            problem.setProperty("errors", errors);
        }
        if (failure.stale() != null) {
            stale(problem, failure.stale(), page);
        }
        if (failure.reference() != null) {
            problem.setProperty("reference", failure.reference());
        }
        return ResponseEntity.status(failure.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    private static void stale(ProblemDetail problem, StaleRecord stale, Page page) {
        problem.setProperty("changedBy", stale.who());
        problem.setProperty("changedAt", stale.when().toString());
        if (stale.again()) {
            problem.setProperty("version", stale.version());
        }
        problem.setProperty("changes", stale.changes().stream()
                .map(change -> Map.of("field", page.say(change.field()), "theirs", page.say(change.theirs()), "yours", page.say(change.yours()))).toList());
    }
}
