package org.huiyin.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.CostSource;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.huiyin.notification.NoteKind;
import org.huiyin.records.AttachmentAccess;
import org.huiyin.records.AttachmentAccess.Rule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** What the module tells those below it: its kinds of notes, who may see its files, what complaints cost through claims. */
@Configuration(proxyBeanMethods = false)
class ClaimsAnnouncements {

    @Bean
    NoteKind claimNotes() {
        return new NoteKind("claim", new Sentence("claims.note.claim"), true);
    }

    @Bean
    NoteKind unitNoticeNotes() {
        return new NoteKind("notice", new Sentence("claims.note.notice"), true);
    }

    @Bean
    NoteKind responsibilityNotes() {
        return new NoteKind(Responsibilities.SUBJECT, new Sentence("claims.note.responsibility"), true);
    }

    @Bean
    AttachmentAccess claimFiles(Claims claims, TransactionTemplate transaction) {
        return files("claim", transaction, Rule.right(Claims.READ).and((actor, id) -> claims.sees(actor, new ClaimId(id))), Rule.right(Claims.WORK));
    }

    /** The unit may add what speaks for it. */
    @Bean
    AttachmentAccess unitNoticeFiles(Notices notices, NoticeStore store, TransactionTemplate transaction) {
        return files("notice", transaction, (actor, id) -> store.find(new NoticeId(id)).filter(n -> notices.sees(actor, n)).isPresent(),
                Rule.right(Notices.PROPOSE).or(Rule.right(Objections.OBJECT)));
    }

    @Bean
    AttachmentAccess responsibilityFiles(Complaints complaints, TransactionTemplate transaction) {
        return files(Responsibilities.SUBJECT, transaction, Rule.right(Claims.READ).and((actor, id) -> visible(complaints, actor, id)),
                Rule.right(Claims.WORK).or(Rule.right(Responsibilities.DECIDE)));
    }

    private static AttachmentAccess files(String type, TransactionTemplate transaction, Rule reads, Rule adds) {
        return AttachmentAccess.of(type, transaction, reads, reads.and(adds));
    }

    private static boolean visible(Complaints complaints, Actor actor, UUID id) {
        try {
            complaints.get(actor, new ComplaintId(id));
            return true;
        } catch (NotFound none) {
            return false;
        }
    }

    @Bean
    CostSource claimCosts(MoneyStore money, Complaints complaints, TransactionTemplate transaction) {
        return new CostSource() {
            @Override
            public List<Cost> between(Actor actor, LocalDate from, LocalDate to) {
                return transaction.execute(s -> {
                    var all = money.costs(null, from, to);
                    var seen = complaints.seen(actor, all.stream().map(Cost::complaint).collect(Collectors.toSet()));
                    return all.stream().filter(cost -> seen.contains(cost.complaint())).toList();
                });
            }

            @Override
            public List<Cost> of(Actor actor, ComplaintId complaint) {
                return transaction.execute(s -> !complaints.visible(actor, complaint) ? List.of() : money.costs(complaint, LocalDate.of(1900, 1, 1), LocalDate.of(9999, 12, 31)));
            }
        };
    }
}
