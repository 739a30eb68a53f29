package org.huiyin.claims;

import java.util.List;
import java.util.Set;
import org.huiyin.approval.ApprovalStep;

/** The section "claims" of the profile: who handles claims, who decides who bears a loss, the currency, the route and the objection time of notices. */
public record ClaimsSection(Set<String> owner, Set<String> decides, String currency, List<ApprovalStep> noticeApprovers, int objectionDays) {}
