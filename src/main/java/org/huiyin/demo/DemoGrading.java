package org.huiyin.demo;

import org.huiyin.customer.GradingLineView;
import org.huiyin.customer.Gradings;
import org.huiyin.kernel.Grade;
import org.springframework.stereotype.Component;

/** The half-yearly grading before a round: conflicts decided by the sales manager, then confirmed (001/5.4.2.1 b). */
@Component
class DemoGrading {

    private static final int ALL = 500;

    private final Gradings gradings;

    DemoGrading(Gradings gradings) {
        this.gradings = gradings;
    }

    void run(DemoCast cast) {
        var head = cast.as("SALES_HEAD");
        var number = gradings.run(head);
        for (GradingLineView line : gradings.lines(head, number, "decisions", 1, ALL).rows()) {
            gradings.decide(head, number, line.customer(), worst(line), cast.word("grading.decided"));
        }
        gradings.confirm(head, number);
    }

    /** Where a veto meets a good class, the demo company is careful. */
    private static Grade worst(GradingLineView line) {
        return line.classes().isEmpty() ? Grade.D : line.classes().getLast();
    }
}
