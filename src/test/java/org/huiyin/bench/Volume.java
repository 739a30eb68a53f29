package org.huiyin.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Fills the database with many rows in few statements; what a person would make one by one. */
final class Volume implements AutoCloseable {

    static final List<String> ITEMS = List.of("appearance", "dimensions", "packaging", "performance", "life", "improvement", "delivery",
            "transport", "price", "service");
    static final List<String> DEGREES = List.of("VERY_SATISFIED", "SATISFIED", "INDIFFERENT", "DISSATISFIED", "OPPOSED");
    /** What each degree of an item earns under P001. */
    private static final int[][] POINTS = {{10, 9, 6, 5, 1}, {10, 9, 6, 5, 1}, {5, 4, 3, 2, 1}, {30, 27, 18, 15, 5}, {10, 9, 6, 3, 1},
            {10, 9, 6, 3, 1}, {10, 9, 6, 3, 1}, {5, 4, 3, 2, 1}, {5, 4, 3, 2, 1}, {5, 4, 3, 2, 1}};
    private static final int PATTERNS = 1000;

    private final Connection sql;
    final UUID company;
    final UUID profile;
    final UUID questionnaire;
    private final UUID person;

    Volume(House house) throws SQLException {
        sql = house.superuser();
        company = one("select id from platform.company where slug = '" + Founding.SLUG + "'");
        profile = one("select id from procedure.profile_version where company_id = '" + company + "' order by number limit 1");
        questionnaire = one("select id from survey.questionnaire_version where company_id = '" + company + "' order by code, number limit 1");
        person = one("select id from organization.person where company_id = '" + company + "' limit 1");
        run("set session_replication_role = replica"); // foreign keys of generated rows hold by construction
        run("create function pg_temp.id(kind int, n bigint) returns uuid language sql immutable as "
                + "$$ select ('0190000' || kind || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$");
        run("create function pg_temp.grade(n bigint) returns text language sql immutable as "
                + "$$ select (array['A','B','B','B','C','C','C','C','D','D'])[n % 10 + 1] $$");
    }

    UUID one(String query) throws SQLException {
        try (var statement = sql.createStatement(); var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getObject(1, UUID.class) : new UUID(0, 0);
        }
    }

    long number(String query) throws SQLException {
        try (var statement = sql.createStatement(); var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void run(String statement) throws SQLException {
        try (var prepared = sql.createStatement()) {
            prepared.execute(statement);
        }
    }

    java.sql.PreparedStatement prepare(String statement) throws SQLException {
        return sql.prepareStatement(statement);
    }

    /** A round; only one that collects is folded. */
    UUID round(int n, String number, String state) throws SQLException {
        run("""
                insert into campaign.round (company_id, id, number, title, kind, opens_on, closes_on, links_end_on, profile_version,
                  questionnaire_version, confidential, seed, state, planned_by, planned_at, changed_by, changed_at)
                values ('%1$s', pg_temp.id(4, %2$d), '%3$s', '%3$s', 'ROLLING', current_date - %2$d, current_date + 30, current_date + 60, '%4$s',
                  '%5$s', false, 1, '%6$s', '%7$s', now(), '%7$s', now())""".formatted(company, n, number, profile, questionnaire, state, person));
        return one("select pg_temp.id(4, " + n + ")");
    }

    void become(UUID round, String state) throws SQLException {
        run("update campaign.round set state = '" + state + "' where id = '" + round + "'");
    }

    /** Customers with as many contacts each. */
    void customers(long first, int count, int contacts) throws SQLException {
        run("""
                insert into customer.customer (company_id, id, code, code_key, name, name_key, segment, region, grade, created_at, changed_at, changed_by)
                select '%1$s', pg_temp.id(1, n), 'B' || n, 'b' || n, '远航电子' || n, '远航电子' || n, (array['电机','农机','汽车','风电'])[n %% 4 + 1],
                  (array['华东','华南','华北','西南','海外'])[n %% 5 + 1], pg_temp.grade(n), now(), now(), '%2$s'
                from generate_series(%3$d::bigint, %4$d) n""".formatted(company, person, first, first + count - 1));
        run("""
                insert into customer.contact (company_id, id, customer_id, name, name_key, role, weight, email, language, changed_by, changed_at)
                select '%1$s', pg_temp.id(2, n * 10 + k), pg_temp.id(1, n), '李' || n, '李' || n, 'QUALITY', 1, 'li' || n || '@example.com', 'zh-CN', '%2$s', now()
                from generate_series(%3$d::bigint, %4$d) n, generate_series(0, %5$d) k""".formatted(company, person, first, first + count - 1, contacts - 1));
    }

    /** Invitations of those customers; the number of each by its place (i, counted from 0). */
    void invited(UUID round, int place, long first, int count, int contacts, String number, String state) throws SQLException {
        run("""
                insert into campaign.invitation (company_id, id, round_id, customer_id, contact_id, number, channel, language, weight, stratum, state,
                  sent_at, due_at, prepared_at)
                select '%1$s', pg_temp.id(3, %2$d * 1000000000::bigint + i), '%3$s', pg_temp.id(1, n), pg_temp.id(2, n * 10 + i %% %5$d), %6$s, 'MAIL', 'zh-CN', 1,
                  pg_temp.grade(n), '%7$s', now(), now() + interval '30 days', now()
                from generate_series(0, %4$d - 1) i, lateral (select %8$d + i / %5$d as n) c""".formatted(company, place, round, (long) count * contacts, contacts,
                number, state, first));
    }

    /** A link for each of the first invitations; the token is "bench" and the place. */
    void linked(int place, int count) throws SQLException {
        run("""
                insert into platform.link (token_hash, company_id, kind, subject_id, created_at, expires_at)
                select sha256(convert_to('bench' || i, 'UTF8')), '%1$s', 'answer', pg_temp.id(3, %2$d * 1000000000::bigint + i), now(), now() + interval '60 days'
                from generate_series(0, %3$d - 1) i""".formatted(company, place, count));
    }

    /** The frame of a round and an answer for each of its invitations, some of them doubted. */
    void answered(UUID round) throws SQLException {
        patterns();
        run("""
                insert into campaign.sample_entry (company_id, round_id, customer_id, stratum, grade, position, chosen, proposed, origin, reason, recent_complaints, contacts)
                select company_id, round_id, customer_id, stratum, stratum, row_number() over (), true, true, 'PROPOSED', '{"key":"web.verbatim","args":[]}', 0, count(*)
                from campaign.invitation where round_id = '%s' group by company_id, round_id, customer_id, stratum""".formatted(round));
        run("""
                insert into campaign.answer (company_id, id, round_id, invitation_id, customer_id, contact_id, stratum, weight, items, comments, wanted, overall,
                  score, answered_share, channel, language, staff_device, seconds, late, profile_version, questionnaire_version, submitted_at)
                select i.company_id, uuidv7(), i.round_id, i.id, i.customer_id, i.contact_id, i.stratum, i.weight, p.items,
                  case when i.n %% 30 = 0 then '{"delivery":"请提前一天通知交期。"}'::jsonb else '{}' end, '{}', case when i.n %% 20 = 0 then '合作多年，希望继续改进。' end,
                  p.score, 1, 'MAIL', 'zh-CN', false, 40 + i.n %% 200, false, '%2$s', '%3$s', now() - interval '1 minute' * (i.n %% 20000 + 5)
                from (select *, row_number() over (order by id) as n from campaign.invitation where round_id = '%1$s') i
                join pattern p on p.k = (i.n * 7919) %% %4$d""".formatted(round, profile, questionnaire, PATTERNS));
        run("""
                insert into campaign.doubt_flag (company_id, id, answer_id, rule, sentence, raised_at)
                select company_id, uuidv7(), id, 'TOO_FAST', '{"key":"web.verbatim","args":[]}', submitted_at
                from (select *, row_number() over (order by id) as n from campaign.answer where round_id = '%s') a where n %% 50 = 0""".formatted(round));
        run("""
                insert into campaign.doubt_decision (company_id, id, answer_id, verdict, reason, decided_by, decided_at)
                select company_id, uuidv7(), id, 'CONFIRMED', '电话确认', '%2$s', submitted_at
                from (select *, row_number() over (order by id) as n from campaign.answer where round_id = '%1$s') a where n %% 100 = 0""".formatted(round, person));
    }

    /** The youngest complaints are at work and promised, each third of them late; every third of all has an action. */
    void worked(int open) throws SQLException {
        run("""
                update complaint.complaint k set standing = (array['RECEIVED', 'ASSESSED', 'WORKING', 'ANSWERED', 'WATCHED'])[1 + n %% 5], closed_at = null, imported = false,
                  due_at = now() + interval '1 hour' * (n %% 90 - 30), sales_owner = '%2$s', work_owner = '%2$s', safety = n %% 100 = 0
                from (select id, row_number() over (order by received_at desc, id) as n from complaint.complaint where company_id = '%1$s' order by received_at desc, id limit %3$d) y
                where k.company_id = '%1$s' and k.id = y.id""".formatted(company, person, open));
        run("""
                insert into complaint.fact (company_id, id, complaint_id, round, fact, at, by_id, noted_at, details)
                select k.company_id, uuidv7(), k.id, 1, f.fact, k.received_at + f.after, '%2$s', now(), '{}' from complaint.complaint k
                cross join (values ('ACKNOWLEDGED', interval '2 hours'), ('ASSESSED', interval '4 hours'), ('TRIAGED', interval '6 hours')) f(fact, after)
                where k.company_id = '%1$s' and k.standing <> 'RECEIVED'""".formatted(company, person));
        run("""
                insert into improvement.action (company_id, id, number, origins, customer_id, source_type, source_id, problem, items, state, first_due, due, due_reasons,
                  proposed_by, proposed_at, ended_at, profile_version, clause, changed_by, changed_at)
                select company_id, pg_temp.id(5, n), 'CP-' || n, '{COMPLAINT}', customer_id, 'complaint', id, words, '{}', 'CLOSED', received_at::date + 30, received_at::date + 30, '{}',
                  '%2$s', received_at, closed_at, profile_version, clause, '%2$s', now()
                from (select *, row_number() over (order by id) as n from complaint.complaint where company_id = '%1$s' and closed_at is not null) k
                where n %% 3 = 0""".formatted(company, person));
    }

    private void patterns() throws SQLException {
        run("create temporary table if not exists pattern (k int primary key, items jsonb, score numeric)");
        if (number("select count(*) from pattern") > 0) {
            return;
        }
        var random = new Random(20261120);
        var usual = new int[] {0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 4};
        try (var insert = sql.prepareStatement("insert into pattern values (?, ?::jsonb, ?)")) {
            for (int k = 0; k < PATTERNS; k++) {
                int score = 0;
                var items = new ArrayList<String>();
                for (int item = 0; item < ITEMS.size(); item++) {
                    int degree = usual[random.nextInt(usual.length)];
                    score += POINTS[item][degree];
                    items.add('"' + ITEMS.get(item) + "\":\"" + DEGREES.get(degree) + '"');
                }
                insert.setInt(1, k);
                insert.setString(2, "{" + String.join(",", items) + "}");
                insert.setBigDecimal(3, BigDecimal.valueOf(score));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** As an hour later: statistics are there and what was written lies on the disk. */
    void settle(String... tables) throws SQLException {
        for (var table : Arrays.asList(tables)) {
            run("vacuum analyze " + table);
        }
        run("checkpoint");
    }

    @Override
    public void close() throws SQLException {
        sql.close();
    }
}
