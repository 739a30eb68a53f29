package org.huiyin.approval;

import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;

/** An approval has come to its end: approved by all, or refused by one; published inside the transaction. */
public record ApprovalDecided(UUID approval, SubjectRef subject, boolean approved, PersonId by, String reason) {}
