package org.huiyin.claims;

import java.util.UUID;
import org.huiyin.complaint.ComplaintId;

/** A notice as it is proposed: to a unit, because of a complaint whose loss somebody bears by decision. */
public record NewNotice(NoticeKind kind, ComplaintId complaint, UUID department, NoticeText text) {}
