package org.huiyin.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.HuiyinTest;
import org.huiyin.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The release that brought promises finds the voices of the release before, of every company, although each hides its rows. */
@HuiyinTest
class PromiseMigrationTest {

    private static final String BEFORE = """
            drop table voice.promise_told, voice.promise_step, voice.promise, voice.customer_rule_end, voice.customer_rule;
            drop function voice.promise_stays();
            delete from voice.answer;
            delete from voice.voice;
            alter table voice.voice add column due_at timestamptz not null, add column reasons text[] not null, add column warnings text[] not null;
            """;
    private static final String VOICE = """
            insert into voice.voice (company_id, id, number, kind, customer_name, words, channel, received_at, noted_at, due_at, reasons, warnings, clause, profile_version)
            select c.id, gen_random_uuid(), 'LX-2026-900' || n, 'CALL', '访客', '请回电', 'PHONE', '2026-03-16T01:00Z', '2026-03-16T01:05Z', '2026-03-17T09:30Z',
              array[case n when 1 then '{"key":"voice.clock.byCustomerDate","args":[{"date":"2026-03-17"}]}' else '{"key":"voice.clock.byClassRule","args":[]}' end],
              '{}', '5.1.3.2', gen_random_uuid()
            from (select gen_random_uuid() as id from generate_series(1, 2)) c cross join generate_series(1, 3) n""";
    private static final String ANSWER = """
            insert into voice.answer (company_id, id, voice_id, how, words, answered_at, answered_by, noted_by, noted_at)
            select v.company_id, gen_random_uuid(), v.id, 'PHONE', '', '2026-03-17T10:00Z'::timestamptz - late * interval '2 hours', gen_random_uuid(), gen_random_uuid(),
              '2026-03-18T01:00Z'::timestamptz + late * interval '1 minute'
            from voice.voice v cross join generate_series(0, 1) late where v.number <> 'LX-2026-9003'""";

    @Test
    void voices_of_the_first_release_keep_their_dates_and_answers_as_promises() throws Exception {
        var owner = TestDatabase.server().owner();
        try (var connection = DriverManager.getConnection(TestDatabase.server().jdbcUrl(), owner.user(), owner.password())) {
            connection.setAutoCommit(false);
            run(connection, BEFORE, "alter table voice.answer drop constraint answer_company_id_answered_by_fkey", VOICE, ANSWER, migration(owner.user()));
            assertThat(list(connection, """
                    select v.number || ' ' || p.kind || ' ' || p.source || ' ' || p.standing || ' ' || (p.due_at = '2026-03-17T09:30Z') || ' '
                      || coalesce((p.kept_at = '2026-03-17T10:00Z')::text, 'open') || ' ' || (select count(*) from voice.promise_step s where s.promise_id = p.id)
                    from voice.promise p join voice.voice v on v.company_id = p.company_id and v.id = p.voice_id order by v.number, v.company_id"""))
                    .containsExactly("LX-2026-9001 ANSWER CUSTOMER_DATE KEPT true true 2", "LX-2026-9001 ANSWER CUSTOMER_DATE KEPT true true 2",
                            "LX-2026-9002 ANSWER CLASS_RULE KEPT true true 2", "LX-2026-9002 ANSWER CLASS_RULE KEPT true true 2",
                            "LX-2026-9003 ANSWER CLASS_RULE OPEN true open 1", "LX-2026-9003 ANSWER CLASS_RULE OPEN true open 1");
            connection.rollback();
        }
    }

    private static String migration(String owner) throws Exception {
        var text = new ClassPathResource("db/migration/voice/V2__promises.sql").getContentAsString(StandardCharsets.UTF_8);
        return text.replace("${app}", TestDatabase.server().app().user()).replace("${owner}", owner);
    }

    private static void run(Connection connection, String... scripts) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var script : scripts) {
                statement.execute(script);
            }
        }
    }

    private static List<String> list(Connection connection, String query) throws SQLException {
        var found = new ArrayList<String>();
        try (var rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
