package org.huiyin.approval;

import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.springframework.stereotype.Component;

/** What approvers of a "sample" see; exists in tests only. */
@Component
class SampleContent implements ApprovalContent {

    @Override
    public String subjectType() {
        return "sample";
    }

    @Override
    public List<Line> lines(Actor actor, UUID subject) {
        return List.of(line("补什么", "面板 FP-330 · 200 件 × 5.00 元", false),
                line("起因", "退货 TH-2026-0012：退货单 200 件，实点 195 件，品质部确认是我方责任", false),
                line("客户要货", "5月8日 周五 12:00 前", true));
    }

    private static Line line(String label, String value, boolean strong) {
        return new Line(new Sentence("web.verbatim", label), new Sentence("web.verbatim", value), strong);
    }
}
