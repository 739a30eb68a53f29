package org.huiyin.approval;

import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;

/** The proposer has taken a request back before it was decided; published inside the transaction. */
public record ApprovalWithdrawn(UUID approval, SubjectRef subject, PersonId by, String reason) {}
