package org.huiyin.campaign;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.Directory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers by customer, not by class, when somebody there last answered; silence covers nobody (D9, D10). A merged
 * customer's answers count for the one that took its place.
 */
@Component
class AnswerMemory {

    /** An answer that was ruled out covers nobody. */
    private static final String NOT_RULED_OUT = """
             not exists (select from campaign.answer_standing a where a.company_id = i.company_id and a.invitation_id = i.id
              and a.validity = 'INVALID')
            """;

    private final JdbcClient sql;
    private final Directory directory;

    AnswerMemory(JdbcClient sql, Directory directory) {
        this.sql = sql;
        this.directory = directory;
    }

    /** The day of the last answer by customer, answers to the given round left out. */
    Map<CustomerId, LocalDate> lastAnswered(RoundId without, boolean byInvitation, ZoneId zone) {
        var column = byInvitation ? "sent_at" : "answered_at";
        var days = new HashMap<CustomerId, LocalDate>();
        sql.sql(("""
                select i.customer_id, max(i.%1$s) as last from campaign.invitation i
                where i.%1$s is not null and i.round_id <> ? and """ + NOT_RULED_OUT + """
                group by i.customer_id""").formatted(column))
                .param(without.value())
                .query((row, n) -> Map.entry(new CustomerId(row.getObject("customer_id", UUID.class)),
                        LocalDate.ofInstant(row.getTimestamp("last").toInstant(), zone)))
                .list()
                .forEach(entry -> days.merge(entry.getKey(), entry.getValue(), AnswerMemory::later));
        return merged(days);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private Map<CustomerId, LocalDate> merged(Map<CustomerId, LocalDate> days) {
        var result = new HashMap<CustomerId, LocalDate>();
        var entries = directory.customers(days.keySet());
        days.forEach((customer, day) -> {
            var entry = entries.get(customer);
            var standing = entry == null || entry.mergedInto() == null ? customer : entry.mergedInto();
            result.merge(standing, day, AnswerMemory::later);
        });
        return result;
    }

    /** Who answered, round by round, the oldest round first. */
    Map<RoundId, Set<CustomerId>> answeredByRound(boolean byInvitation) {
        var column = byInvitation ? "sent_at" : "answered_at";
        var rows = sql.sql(("""
                select r.id, i.customer_id from campaign.round r join campaign.invitation i
                  on i.company_id = r.company_id and i.round_id = r.id and i.%s is not null
                where r.state <> 'CANCELLED' and """ + NOT_RULED_OUT + """
                order by r.opens_on, r.number""").formatted(column))
                .query((row, n) -> Map.entry(new RoundId(row.getObject(1, UUID.class)), new CustomerId(row.getObject(2, UUID.class))))
                .list();
        var entries = directory.customers(rows.stream().map(Map.Entry::getValue).collect(Collectors.toSet()));
        var rounds = new LinkedHashMap<RoundId, Set<CustomerId>>();
        rows.forEach(row -> {
            var entry = entries.get(row.getValue());
            var standing = entry == null || entry.mergedInto() == null ? row.getValue() : entry.mergedInto();
            rounds.computeIfAbsent(row.getKey(), id -> new HashSet<>()).add(standing);
        });
        return rounds;
    }
}
