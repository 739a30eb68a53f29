package org.huiyin.campaign;

import java.util.Map;
import org.huiyin.approval.ApprovalView;
import org.huiyin.kernel.PersonId;
import org.huiyin.paper.PaperTemplate;
import org.huiyin.web.Words;
import org.jspecify.annotations.Nullable;

/** The sample as a form on paper. */
public record SampleSheet(
        PaperTemplate paper, Words words, RoundView round, SampleView sample, Map<PersonId, String> names, @Nullable ApprovalView approval) {}
