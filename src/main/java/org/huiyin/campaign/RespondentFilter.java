package org.huiyin.campaign;

import java.util.Locale;
import java.util.stream.Stream;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.PersonId;
import org.huiyin.sheets.Pinyin;
import org.jspecify.annotations.Nullable;

/** Which contacts of a round are wanted. */
public record RespondentFilter(String q, @Nullable Grade grade, @Nullable Channel way, @Nullable Group group, @Nullable PersonId of) {

    public static final RespondentFilter ALL = new RespondentFilter("", null, null, null, null);

    /** The groups that a chip shows. */
    public enum Group { PREPARED, SILENT, TROUBLE, ANSWERED, GONE }

    boolean takes(Respondent row) {
        var invitation = row.invitation();
        return (grade == null || invitation.stratum() == grade)
                && (way == null || invitation.way() == way)
                && (group == null || in(row, group))
                && (of == null || of.equals(invitation.assignedTo()))
                && (q.isBlank() || says(row, q.strip().toLowerCase(Locale.ROOT)));
    }

    private static boolean in(Respondent row, Group group) {
        var state = row.invitation().state();
        return switch (group) {
            case PREPARED -> state == InvitationState.PREPARED;
            case SILENT -> state.waiting();
            case TROUBLE -> row.standing().tone().equals("bad") || row.standing().tone().equals("warn");
            case ANSWERED -> state == InvitationState.ANSWERED;
            case GONE -> state == InvitationState.REVOKED || state == InvitationState.OPTED_OUT;
        };
    }

    private static boolean says(Respondent row, String wanted) {
        return Stream.of(row.customer(), row.customerCode(), row.contact(), row.invitation().number(), Pinyin.full(row.customer()), Pinyin.initials(row.customer()))
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
