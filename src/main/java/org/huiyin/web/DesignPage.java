package org.huiyin.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Sentence;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The living sample page: every tag once, needing no data, for whoever writes pages. */
@Controller
class DesignPage {

    private final Clock clock;

    DesignPage(Clock clock) {
        this.clock = clock;
    }

    @GetMapping("/design")
    ModelAndView show(Page page) {
        Instant now = clock.instant();
        return new ModelAndView("web/design", Map.of(
                "now", now,
                "why", why(page.today()),
                "promises", promises(now, why(page.today())),
                "errors", new Errors(Map.of("batch", new Sentence("web.design.batch_unknown", "260241B"))),
                "trend", List.of(Point.of("24-10", 73.9, 68.1, 79.7), Point.of("25-04", 75.6, 69.0, 82.2),
                        Point.of("25-10", 78.2, 73.0, 83.4), Point.missing("26-04"))));
    }

    @GetMapping("/design/phone")
    String phone() {
        return "web/design_phone";
    }

    private static List<Due.Promise> promises(Instant now, Due.Why why) {
        Sentence name = new Sentence("web.design.promise");
        Instant since = now.minus(Duration.ofDays(2));
        Instant soon = now.plus(Duration.ofHours(3));
        return List.of(new Due.Promise("d1", name, now, since, now.minus(Duration.ofHours(5)), false, false, null, 1, true, why),
                new Due.Promise("d2", name, soon, since, null, false, false, null, 2, true, why),
                new Due.Promise("d3", name, soon, since, null, true, false, null, 1, true, why),
                new Due.Promise("d4", name, soon, since, null, false, false, now.minus(Duration.ofDays(1)), 1, true, why));
    }

    private static Due.Why why(LocalDate today) {
        Sentence counted = new Sentence("web.design.counted", 1);
        Sentence rest = new Sentence("web.design.rest");
        return new Due.Why(List.of(
                new Due.Day(today.minusDays(3), new Sentence("web.design.received"), ""),
                new Due.Day(today.minusDays(2), rest, "off"),
                new Due.Day(today.minusDays(1), counted, "hit"),
                new Due.Day(today, new Sentence("web.design.counted", 2), "end")),
                List.of(new Sentence("web.design.reason"), new Sentence("web.design.rule")), "5.2.2.6", null,
                List.of(new Due.Source(new Sentence("web.design.promise"), new Sentence("web.design.reason"), true)), List.of());
    }

}
