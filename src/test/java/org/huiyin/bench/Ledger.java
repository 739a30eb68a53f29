package org.huiyin.bench;

import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Compares what clients were told with what is stored, row by row. */
final class Ledger {

    private final Volume volume;
    private final Consumer<String> differs;

    Ledger(Volume volume, Consumer<String> differs) {
        this.volume = volume;
        this.differs = differs;
    }

    void compare(Map<Integer, Boolean> answers, Map<String, String> customers) throws SQLException {
        answers(answers);
        customers(customers);
        imports();
        none("entries that lost their audit trail", """
                select count(*) from campaign.answer a where not exists (
                  select from audit.entry e where e.company_id = a.company_id and e.subject_id = a.id and e.subject_type = 'answer' and e.verb = 'submit')""");
        none("audit entries of answers that are not there", """
                select count(*) from audit.entry e where e.subject_type = 'answer' and e.verb = 'submit'
                  and not exists (select from campaign.answer a where a.company_id = e.company_id and a.id = e.subject_id)""");
        none("audit entries neither sealed nor waiting for it", """
                select count(*) from audit.entry e where not exists (select from audit.seal s where s.company_id = e.company_id and s.entry_id = e.id)
                  and not exists (select from audit.unsealed u where u.company_id = e.company_id and u.entry_id = e.id)""");
        none("gaps in the chain of the audit trail", "select coalesce(max(position), 0) - count(*) from audit.seal");
    }

    private void answers(Map<Integer, Boolean> answers) throws SQLException {
        volume.run("drop table if exists pg_temp.told");
        volume.run("create temporary table told (n int primary key, acknowledged boolean, items jsonb)");
        try (var insert = volume.prepare("insert into told values (?, ?, ?::jsonb)")) {
            for (var told : answers.entrySet()) {
                insert.setInt(1, told.getKey());
                insert.setBoolean(2, told.getValue());
                insert.setString(3, items(told.getKey()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        volume.run("drop table if exists pg_temp.stood");
        volume.run("""
                create temporary table stood as select t.*, i.id as invitation, i.state, a.id as answer, a.items as stored
                from told t join campaign.invitation i on i.number = 'W' || t.n left join campaign.answer a on a.company_id = i.company_id and a.invitation_id = i.id""");
        none("acknowledged answers that are lost", "select count(*) from stood where acknowledged and answer is null");
        none("answers stored otherwise than they were sent", "select count(*) from stood where answer is not null and items <> stored");
        none("answers without their invitation's state, or the other way round", "select count(*) from stood where (answer is null) = (state = 'ANSWERED')");
        none("answers without exactly one step of their invitation", """
                select count(*) from stood s where answer is not null
                  and (select count(*) from campaign.invitation_step p where p.invitation_id = s.invitation and p.step = 'ANSWERED') <> 1""");
        none("answers that nobody sent", "select count(*) from campaign.answer a where not exists (select from stood s where s.answer = a.id)");
    }

    private static String items(int n) {
        var sent = Crowd.sent(n);
        return java.util.stream.IntStream.range(0, sent.size()).mapToObj(i -> '"' + Volume.ITEMS.get(i) + "\":\"" + sent.get(i) + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private void customers(Map<String, String> customers) throws SQLException {
        volume.run("drop table if exists pg_temp.made");
        volume.run("create temporary table made (name text primary key, code text)");
        try (var insert = volume.prepare("insert into made values (?, ?)")) {
            for (var made : customers.entrySet()) {
                insert.setString(1, made.getKey());
                insert.setString(2, made.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        none("acknowledged customers that are lost or have another number",
                "select count(*) from made m where (select count(*) from customer.customer c where c.name = m.name and c.code = m.code) <> 1");
        none("customers that are there twice", "select count(*) from (select name from customer.customer where name like '恒川%' group by name having count(*) > 1) d");
        none("gaps in the numbers of customers", """
                select (select coalesce(max(last), 0) from customer.code_counter) - count(*) from customer.customer where name like '恒川%'""");
        none("customers without what they are found by", """
                select count(*) from customer.customer c where name like '恒川%' and not exists (select from customer.sought s where s.customer_id = c.id)""");
    }

    /** Wholly in, wholly out, or a part that the job goes on with: each row handled is a customer that is there, once. */
    private void imports() throws SQLException {
        none("rows of a list that count as taken over and are not there", """
                select count(*) from customer.import_row r where r.outcome = 'CREATED'
                  and not exists (select from customer.customer c where c.company_id = r.company_id and c.id = r.target)""");
        none("customers of a list whose row does not know it", """
                select count(*) from customer.customer c where c.code like 'L%' and not exists (
                  select from customer.import_row r where r.company_id = c.company_id and r.target = c.id and r.handled)""");
        none("imports whose count is not that of their rows", """
                select count(*) from customer.import i where i.handled <> (
                  select count(*) from customer.import_row r where r.company_id = i.company_id and r.import_id = i.id and r.handled)""");
        none("imports under way that no job works on", """
                select count(*) from customer.import i where i.state in ('READING', 'TAKING') and not exists (
                  select from platform.scheduled_tasks t where convert_from(t.task_data, 'UTF8') like '%' || i.id || '%')""");
    }

    private void none(String what, String query) throws SQLException {
        long found = volume.number(query);
        if (found != 0) {
            differs.accept(found + " " + what);
        }
    }
}
