package org.huiyin.survey;

import java.time.Instant;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** The next version of a questionnaire while it is being written. */
public record QuestionnaireDraft(
        String code, @Nullable UUID basedOn, QuestionnaireContent content, int version, PersonId editedBy, Instant editedAt) {}
