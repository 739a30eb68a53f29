package org.huiyin.complaint;

/** What chooses the complaints of a measure, in SQL about the complaint k; the register and the figures read the same words. */
final class Conditions {

    /** A promise counts unless a later one of its round took its place or the matter was withdrawn (decision D32). */
    private static final String PROMISE = "exists (select 1 from voice.promise p where p.company_id = k.company_id and p.voice_id = k.voice_id"
            + " and p.standing not in ('REPLACED', 'LIFTED') and ";
    private static final String DUE = "coalesce(p.late_since, p.due_at)";
    private static final String FELL = DUE + " <= :now and not p.paused";
    private static final String LATE = "(p.kept_at > " + DUE + " or p.kept_at is null and " + FELL + ")";
    private static final String IN_FACT = "exists (select 1 from complaint.fact f where f.company_id = k.company_id and f.complaint_id = k.id and ";
    private static final String REPEAT = "exists (select 1 from complaint.relation r where r.company_id = k.company_id and r.complaint_id = k.id and r.kind = 'REPEAT')";
    private static final String CLOSURE = "exists (select 1 from complaint.closure c where c.company_id = k.company_id and c.complaint_id = k.id";

    private Conditions() {}

    /** The condition; it may name the parameters now, zone and gated. */
    static String of(Measure measure) {
        return "k.standing <> 'WITHDRAWN'" + switch (measure) {
            case RECEIVED -> "";
            case ON_THE_SPOT -> " and not k.imported and k.round = 1 and " + IN_FACT + "f.fact = 'ANSWERED_FINAL' and f.round = 1 and f.by_id = k.received_by"
                    + " and (f.at at time zone :zone)::date = (k.received_at at time zone :zone)::date)";
            case REPRIORITISED -> " and k.id in (select t.complaint_id from complaint.triage t group by t.complaint_id, t.round having count(distinct t.class) > 1)";
            case ACKNOWLEDGED_LATE -> " and " + PROMISE + "p.kind = 'ACKNOWLEDGE' and " + LATE + ")";
            case RESOLVED_LATE -> " and " + PROMISE + "p.kind in ('ANSWER', 'FINAL') and " + LATE + ")";
            case REFERRED -> " and " + IN_FACT + "f.fact = 'REFERRED')";
            case REPEATED -> " and (k.stubborn or k.triage = 'RECURRENT' or " + REPEAT + ")";
            case IMPROVED -> " and " + IN_FACT + "f.fact = 'MEASURES_DONE')";
            case REPEAT -> " and " + REPEAT;
            case STUBBORN -> " and k.stubborn";
            case CLOSED_ONCE -> " and " + CLOSURE + ")";
            case REOPENED -> " and " + CLOSURE + " and c.round < k.round)";
            case ANSWERED -> " and not k.imported and " + IN_FACT + "f.round = 1 and f.fact in ('ANSWERED_FINAL', 'ANSWERED_INTERIM'))";
            case CLOSED -> " and not k.imported and k.standing = 'CLOSED'";
            case COUNTED -> " and k.kind = any(:gated) and k.triage is distinct from 'NOT_OURS' and not exists (select 1 from complaint.relation r"
                    + " where r.company_id = k.company_id and r.complaint_id = k.id and r.kind = 'DUPLICATE')";
            case NO_QUANTITY -> " and exists (select 1 from complaint.line l where l.company_id = k.company_id and l.complaint_id = k.id and l.quantity is null)";
            case OURS -> " and k.triage is distinct from 'NOT_OURS'";
            case NO_CUSTOMER -> " and k.customer_id is null";
            case NO_SEGMENT -> " and k.segment is null";
            case NO_PART -> " and " + without("part_key");
            case NO_DEFECT -> " and " + without("defect");
            case CAUSE_OCCURRENCE_TECHNICAL -> " and " + cause("c.axis = 'OCCURRENCE' and c.layer = 'TECHNICAL'");
            case CAUSE_OCCURRENCE_SYSTEMIC -> " and " + cause("c.axis = 'OCCURRENCE' and c.layer = 'SYSTEMIC'");
            case CAUSE_NON_DETECTION_TECHNICAL -> " and " + cause("c.axis = 'NON_DETECTION' and c.layer = 'TECHNICAL'");
            case CAUSE_NON_DETECTION_SYSTEMIC -> " and " + cause("c.axis = 'NON_DETECTION' and c.layer = 'SYSTEMIC'");
            case CAUSE_LIGHT -> " and " + IN_FACT + "f.fact = 'CAUSE_FOUND') and not " + cause("true");
            case CAUSE_NONE -> " and not " + IN_FACT + "f.fact = 'CAUSE_FOUND') and not " + cause("true");
        };
    }

    /** Some line of it leaves the column empty, or it has no line at all. */
    private static String without(String column) {
        return "(exists (select 1 from complaint.line l where l.company_id = k.company_id and l.complaint_id = k.id and l." + column + " = '')"
                + " or not exists (select 1 from complaint.line l where l.company_id = k.company_id and l.complaint_id = k.id))";
    }

    /** The root causes of the last D4 of an 8D that answers the complaint. */
    private static String cause(String which) {
        return "k.id in (select s.subject_id from improvement.eightd_source s join improvement.eightd_step_end e on e.company_id = s.company_id"
                + " and e.eightd_id = s.eightd_id and e.step = 'D4' join improvement.eightd_cause c on c.company_id = e.company_id and c.end_id = e.id and c.root"
                + " where s.subject_type = 'complaint' and " + which
                + " and not exists (select 1 from improvement.eightd_source_end o where o.company_id = s.company_id and o.source_id = s.id)"
                + " and not exists (select 1 from improvement.eightd_step_end n where n.company_id = e.company_id and n.eightd_id = e.eightd_id and n.step = 'D4'"
                + " and n.round > e.round))";
    }

    /** By a promise that fell due; the days may be null. */
    static String of(KeptPick kept) {
        return "k.standing <> 'WITHDRAWN' and " + PROMISE + "p.kind = :promise and " + FELL
                + " and (cast(:fromDue as timestamptz) is null or " + DUE + " >= :fromDue) and (cast(:toDue as timestamptz) is null or " + DUE + " < :toDue)" + switch (kept.how()) {
                    case DUE -> "";
                    case IN_TIME -> " and p.kept_at <= " + DUE;
                    case KEPT_LATE -> " and p.kept_at > " + DUE;
                    case OPEN_LATE -> " and p.kept_at is null";
                } + ")";
    }
}
