package org.huiyin.organization;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.platform.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PeopleStore {

    private static final String SELECT = """
            select p.*, d.name as department, a.login,
                   array(select r.role from organization.person_role r
                         where r.company_id = p.company_id and r.person_id = p.id order by 1) as roles
            from organization.person p
            left join organization.department d on d.company_id = p.company_id and d.id = p.department_id
            left join platform.membership m on m.company_id = p.company_id and m.person_id = p.id
            left join platform.account a on a.id = m.account_id
            """;

    private final JdbcClient sql;

    PeopleStore(JdbcClient sql) {
        this.sql = sql;
    }

    PersonId insert(NewPerson person) {
        return insert(Ids.next(), person);
    }

    PersonId insert(UUID id, NewPerson person) {
        sql.sql("insert into organization.person (id, name, department_id, email, phone, language) values (?,?,?,?,?,?)")
                .params(Arrays.asList(
                        id, person.name(), person.department(), person.email(), person.phone(), person.language()))
                .update();
        return new PersonId(id);
    }

    boolean update(PersonId id, NewPerson person, int version, PersonId by, Instant at) {
        return sql.sql("""
                        update organization.person set name = ?, department_id = ?, email = ?, phone = ?, language = ?,
                        version = version + 1, changed_by = ?, changed_at = ? where id = ? and version = ?""")
                        .params(Arrays.asList(
                                person.name(),
                                person.department(),
                                person.email(),
                                person.phone(),
                                person.language(),
                                by.value(),
                                Timestamp.from(at),
                                id.value(),
                                version))
                        .update()
                == 1;
    }

    /** Refuses a change of a person that somebody else has changed since. */
    StaleRecord stale(PersonId id, List<StaleRecord.Change> changes) {
        return sql.sql("""
                select coalesce(b.name, '') as who, p.changed_at, p.version from organization.person p
                left join organization.person b on b.company_id = p.company_id and b.id = p.changed_by where p.id = ?""")
                .param(id.value())
                .query((row, n) -> new StaleRecord(
                        row.getString("who"),
                        Optional.ofNullable(row.getTimestamp("changed_at")).map(Timestamp::toInstant).orElse(Instant.EPOCH),
                        row.getInt("version"),
                        changes))
                .single();
    }

    void leave(PersonId id, LocalDate day, PersonId by, Instant at) {
        sql.sql("update organization.person set left_on = ?, version = version + 1, changed_by = ?, changed_at = ? where id = ?")
                .params(day, by.value(), Timestamp.from(at), id.value())
                .update();
    }

    void comeBack(PersonId id, PersonId by, Instant at) {
        sql.sql("update organization.person set left_on = null, version = version + 1, changed_by = ?, changed_at = ? where id = ?")
                .params(by.value(), Timestamp.from(at), id.value()).update();
    }

    void setRoles(PersonId person, Collection<String> roles) {
        sql.sql("delete from organization.person_role where person_id = ?").param(person.value()).update();
        roles.forEach(role -> sql.sql("insert into organization.person_role (person_id, role) values (?, ?)")
                .params(person.value(), role)
                .update());
    }

    Set<String> rightsOf(Collection<String> roles) {
        var rights = sql.sql("select distinct unnest(rights) from organization.role where code = any(?)")
                .param(roles.toArray(String[]::new))
                .query(String.class)
                .list();
        return new TreeSet<>(rights);
    }

    Optional<PersonView> find(PersonId id) {
        return sql.sql(SELECT + "where p.id = ?").param(id.value()).query(PeopleStore::read).optional();
    }

    List<PersonView> all() {
        return sql.sql(SELECT + "order by p.left_on is not null, p.name").query(PeopleStore::read).list();
    }

    Map<PersonId, String> names() {
        var names = new HashMap<PersonId, String>();
        sql.sql("select id, name from organization.person").query(row -> {
            names.put(Columns.person(row, "id"), row.getString("name"));
        });
        return Map.copyOf(names);
    }

    /** The person's own roles and those lent to her on the day. */
    Set<String> rolesOn(PersonId person, LocalDate day) {
        var roles = sql.sql("""
                select role from organization.person_role where person_id = :p
                union
                select d.role from organization.delegation d
                  join organization.person_role r
                    on r.company_id = d.company_id and r.person_id = d.from_person and r.role = d.role
                where d.to_person = :p and d.ended_at is null and :day between d.first_day and d.last_day""")
                .param("p", person.value())
                .param("day", day)
                .query(String.class)
                .list();
        return new TreeSet<>(roles);
    }

    /** Everybody who holds the role on the day, deputies included. */
    List<PersonView> holders(String role, LocalDate day) {
        return sql.sql(SELECT + """
                where p.left_on is null and p.id in (
                  select person_id from organization.person_role where role = :role
                  union
                  select d.to_person from organization.delegation d
                    join organization.person_role r
                      on r.company_id = d.company_id and r.person_id = d.from_person and r.role = d.role
                  where d.role = :role and d.ended_at is null and :day between d.first_day and d.last_day)
                order by p.name""")
                .param("role", role)
                .param("day", day)
                .query(PeopleStore::read)
                .list();
    }

    private static PersonView read(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new PersonView(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getObject("department_id", UUID.class),
                row.getString("department"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("language"),
                row.getObject("left_on", LocalDate.class),
                new TreeSet<>(Arrays.asList((String[]) row.getArray("roles").getArray())),
                row.getString("login"),
                row.getInt("version"));
    }
}
