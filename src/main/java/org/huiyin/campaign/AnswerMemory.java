package org.huiyin.campaign;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.Directory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers when somebody at a customer last answered, or was asked where that is enough, and as a member of which class
 * (D9, D10). A merged customer's answers count for the one that took its place.
 */
@Component
class AnswerMemory {

    /** An answer that was ruled out covers nobody. */
    private static final String ANSWERED = """
            i.answered_at is not null and not exists (select from campaign.answer_standing a
              where a.company_id = i.company_id and a.invitation_id = i.id and a.validity = 'INVALID')""";

    private static final String INVITED = "i.sent_at is not null";

    private final JdbcClient sql;
    private final Directory directory;

    AnswerMemory(JdbcClient sql, Directory directory) {
        this.sql = sql;
        this.directory = directory;
    }

    /** The last day on which each customer was covered, in all and as a member of each class; the given round left out. */
    LastCovered lastCovered(RoundId without, SampleOptions options, ZoneId zone) {
        Map<LastCovered.Key, LocalDate> days = new HashMap<>();
        var rows = sql.sql(("""
                select i.customer_id, i.stratum, max(i.%s) as last from campaign.invitation i
                where i.round_id <> ? and %s group by i.customer_id, i.stratum""")
                .formatted(options.byInvitation() ? "sent_at" : "answered_at", options.byInvitation() ? INVITED : ANSWERED))
                .param(without.value())
                .query((row, n) -> Map.entry(new LastCovered.Key(new CustomerId(row.getObject(1, UUID.class)), row.getString(2)),
                        LocalDate.ofInstant(row.getTimestamp(3).toInstant(), zone)))
                .list();
        var standing = standing(rows.stream().map(row -> row.getKey().customer()).collect(Collectors.toSet()));
        rows.forEach(row -> days.merge(new LastCovered.Key(Objects.requireNonNull(standing.get(row.getKey().customer())), row.getKey().stratum()), row.getValue(),
                AnswerMemory::later));
        return new LastCovered(days, options.byClass());
    }

    static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    /** Who each customer has become by mergers. */
    private Map<CustomerId, CustomerId> standing(Set<CustomerId> customers) {
        var entries = directory.customers(customers);
        return customers.stream().collect(Collectors.toMap(customer -> customer, customer -> {
            var entry = entries.get(customer);
            return entry == null || entry.mergedInto() == null ? customer : entry.mergedInto();
        }));
    }

    /** Who was covered, round by round, the oldest round first, and as a member of which class. */
    Map<RoundId, Map<String, Set<CustomerId>>> coveredByRound(boolean byInvitation) {
        record Covered(RoundId round, String stratum, CustomerId customer) {}
        var rows = sql.sql(("""
                select r.id, i.stratum, i.customer_id from campaign.round r join campaign.invitation i
                  on i.company_id = r.company_id and i.round_id = r.id
                where r.state <> 'CANCELLED' and %s order by r.opens_on, r.number""").formatted(byInvitation ? INVITED : ANSWERED))
                .query((row, n) -> new Covered(new RoundId(row.getObject(1, UUID.class)), row.getString(2), new CustomerId(row.getObject(3, UUID.class))))
                .list();
        var standing = standing(rows.stream().map(Covered::customer).collect(Collectors.toSet()));
        var rounds = new LinkedHashMap<RoundId, Map<String, Set<CustomerId>>>();
        rows.forEach(row -> rounds.computeIfAbsent(row.round(), id -> new HashMap<>())
                .computeIfAbsent(row.stratum(), code -> new HashSet<>()).add(standing.get(row.customer())));
        return rounds;
    }
}
