package org.huiyin.organization;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.platform.CompanyScope;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People, departments and roles of the bound company. */
@Service
@Transactional
public class People {

    private static final String EDIT = "people.edit";
    private static final String AUDITOR = "AUDITOR";

    private final PeopleStore store;
    private final Companies companies;
    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    People(PeopleStore store, Companies companies, JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.companies = companies;
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /** The person as an actor with the roles and rights in force today; empty when she has left. */
    @Transactional(readOnly = true)
    public Optional<Actor> actor(PersonId id) {
        return store.find(id).filter(PersonView::active).map(person -> {
            var roles = store.rolesOn(id, today());
            return new Actor(id, person.name(), roles, store.rightsOf(roles));
        });
    }

    /** The person, also after she has left. */
    @Transactional(readOnly = true)
    public PersonView get(PersonId id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** Names by id, for lists that show who did something; people who left included. */
    @Transactional(readOnly = true)
    public Map<PersonId, String> names() {
        return CompanyScope.remember(People.class, store::names);
    }

    /** Everybody, those who left last. */
    @Transactional(readOnly = true)
    public List<PersonView> all() {
        return store.all();
    }

    /** Who holds the role today, deputies included. */
    @Transactional(readOnly = true)
    public List<PersonView> holders(String role) {
        return store.holders(role, today());
    }

    /** Enters a person. */
    public PersonId add(Actor actor, NewPerson person, Set<String> roles) {
        return add(actor, Ids.next(), person, roles);
    }

    /** The same under an id of the form's, so that a form sent twice enters one person. */
    public PersonId add(Actor actor, UUID wanted, NewPerson person, Set<String> roles) {
        actor.mustHave(EDIT);
        check(person, roles);
        if (store.find(new PersonId(wanted)).isPresent()) {
            return new PersonId(wanted);
        }
        var id = store.insert(wanted, person);
        store.setRoles(id, roles);
        tell(actor, id, "add", Map.of(), Map.of("name", person.name(), "roles", roles));
        return id;
    }

    /** Changes a person; refused when somebody else has changed her in between. */
    public void change(Actor actor, PersonId id, NewPerson person, Set<String> roles, int version) {
        actor.mustHave(EDIT);
        var before = get(id);
        check(person, roles);
        keepAnAdministrator(before, roles);
        if (!store.update(id, person, version, actor.id(), now())) {
            throw store.stale(id, differences(before, person, roles));
        }
        store.setRoles(id, roles);
        tell(actor, id, "change", Map.of("name", before.name(), "roles", before.roles()),
                Map.of("name", person.name(), "roles", roles));
    }

    private List<StaleRecord.Change> differences(PersonView theirs, NewPerson yours, Set<String> roles) {
        var changes = new ArrayList<StaleRecord.Change>();
        note(changes, "name", theirs.name(), yours.name());
        note(changes, "email", theirs.email(), yours.email());
        note(changes, "phone", theirs.phone(), yours.phone());
        if (!Objects.equals(theirs.departmentId(), yours.department())) {
            changes.add(StaleRecord.Change.of("department", new Sentence("organization.person.department"), department(theirs.departmentId()),
                    department(yours.department()), theirs.departmentId() == null ? "" : theirs.departmentId().toString()));
        }
        if (!Objects.equals(theirs.language(), yours.language())) {
            changes.add(StaleRecord.Change.of("language", new Sentence("organization.person.language"), language(theirs.language()),
                    language(yours.language()), Objects.requireNonNullElse(theirs.language(), "")));
        }
        if (!theirs.roles().equals(roles)) {
            changes.add(new StaleRecord.Change(new Sentence("organization.person.roles"), roleNames(theirs.roles()), roleNames(roles), "roles",
                    List.copyOf(theirs.roles())));
        }
        return changes;
    }

    private static void note(List<StaleRecord.Change> changes, String field, @Nullable String theirs, @Nullable String yours) {
        if (!Objects.equals(theirs, yours)) {
            changes.add(StaleRecord.Change.of(field, new Sentence("organization.person." + field), Objects.requireNonNullElse(theirs, ""),
                    Objects.requireNonNullElse(yours, "")));
        }
    }

    private String department(@Nullable UUID id) {
        return departments().stream().filter(d -> d.id().equals(id)).map(DepartmentView::name).findFirst().orElse("");
    }

    private static Object language(@Nullable String tag) {
        return tag == null ? "" : new Sentence("web.language." + tag.replace('-', '_'));
    }

    private String roleNames(Set<String> codes) {
        return codes.stream().sorted().map(this::roleName).collect(Collectors.joining("、"));
    }

    /** Notes that a person has left: she cannot sign in, her records keep her name. */
    public void leave(Actor actor, PersonId id) {
        actor.mustHave(EDIT);
        var before = get(id);
        if (id.equals(actor.id())) {
            throw new BrokenRule("organization.person.notYourself");
        }
        keepAnAdministrator(before, Set.of());
        store.leave(id, today(), actor.id(), now());
        tell(actor, id, "leave", Map.of(), Map.of("leftOn", today().toString()));
    }

    /** Takes a departure back. */
    public void comeBack(Actor actor, PersonId id) {
        actor.mustHave(EDIT);
        var before = get(id);
        if (before.active()) {
            return;
        }
        store.comeBack(id, actor.id(), now());
        tell(actor, id, "return", Map.of("leftOn", String.valueOf(before.leftOn())), Map.of());
    }

    /** The auditor stands apart: she judges what others do (ISO9001:2015/9.2.2c). */
    private void check(NewPerson person, Set<String> roles) {
        Map<String, Sentence> problems = new LinkedHashMap<>();
        if (person.name().isBlank() || person.name().length() > 60) {
            problems.put("name", new Sentence("organization.person.nameForm"));
        }
        if (person.email() != null && !person.email().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]{2,}")) {
            problems.put("email", new Sentence("organization.person.emailForm"));
        }
        if (roles.contains(AUDITOR) && roles.size() > 1) {
            problems.put("roles", new Sentence("organization.person.auditorAlone"));
        }
        var known = roles().stream().map(RoleView::code).collect(Collectors.toSet());
        if (roles.isEmpty() || !known.containsAll(roles)) {
            problems.put("roles", new Sentence("organization.person.noRole"));
        }
        var department = person.department();
        if (department != null && departments().stream().noneMatch(d -> d.id().equals(department))) {
            problems.put("department", new Sentence("organization.person.noDepartment"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private void keepAnAdministrator(PersonView before, Set<String> roles) {
        var others = store.all().stream()
                .anyMatch(p -> p.active() && !p.id().equals(before.id()) && p.roles().contains("ADMIN"));
        if (before.roles().contains("ADMIN") && !roles.contains("ADMIN") && !others) {
            throw new BrokenRule("organization.person.lastAdministrator", before.name());
        }
    }

    /** The departments by name. */
    @Transactional(readOnly = true)
    public List<DepartmentView> departments() {
        return sql.sql("""
                select d.*, (select count(*) from organization.person p where p.company_id = d.company_id
                             and p.department_id = d.id and p.left_on is null) as people
                from organization.department d order by d.closed_on is not null, d.name""")
                .query((row, n) -> new DepartmentView(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("parent_id", UUID.class),
                        row.getInt("people"),
                        row.getObject("closed_on") != null))
                .list();
    }

    /** Opens a department. */
    public UUID addDepartment(Actor actor, String name) {
        actor.mustHave(EDIT);
        checkDepartment(name, null);
        var id = Ids.next();
        sql.sql("insert into organization.department (id, name) values (?, ?)").params(id, name).update();
        tell(actor, "department", id, "add", Map.of(), Map.of("name", name));
        return id;
    }

    /** Renames a department. */
    public void renameDepartment(Actor actor, UUID id, String name) {
        actor.mustHave(EDIT);
        var before = departments().stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow(NotFound::new);
        checkDepartment(name, id);
        sql.sql("update organization.department set name = ? where id = ?").params(name, id).update();
        tell(actor, "department", id, "rename", Map.of("name", before.name()), Map.of("name", name));
    }

    private void checkDepartment(String name, @Nullable UUID self) {
        if (name.isBlank() || name.length() > 60) {
            throw new InvalidInput("name", "organization.department.nameForm");
        }
        if (departments().stream().anyMatch(d -> d.name().equals(name) && !d.id().equals(self))) {
            throw new InvalidInput("name", "organization.department.exists", name);
        }
    }

    /** Closes a department that has no people any more, or opens it again. */
    public void closeDepartment(Actor actor, UUID id, boolean closed) {
        actor.mustHave(EDIT);
        var before = departments().stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow(NotFound::new);
        if (closed && before.people() > 0) {
            throw new BrokenRule("organization.department.notEmpty", before.name(), before.people());
        }
        sql.sql("update organization.department set closed_on = ? where id = ?")
                .params(Arrays.asList(closed ? today() : null, id))
                .update();
        tell(actor, "department", id, closed ? "close" : "reopen", Map.of(), Map.of());
    }

    /** The roles in their usual order. */
    @Transactional(readOnly = true)
    public List<RoleView> roles() {
        return sql.sql("select * from organization.role order by position")
                .query((row, n) -> new RoleView(
                        row.getString("code"),
                        row.getString("local_name"),
                        List.of((String[]) row.getArray("aliases").getArray()),
                        new TreeSet<>(Arrays.asList((String[]) row.getArray("rights").getArray()))))
                .list();
    }

    /** Every right that there is, in the order of the menu. */
    public List<String> rights() {
        return RolePresets.rights();
    }

    /** The company's own name of the role. */
    @Transactional(readOnly = true)
    public String roleName(String code) {
        return roles().stream().filter(r -> r.code().equals(code)).map(RoleView::name).findFirst().orElse(code);
    }

    /** Gives a role the company's own names and its rights. */
    public void changeRole(Actor actor, RoleView role) {
        actor.mustHave(EDIT);
        var before = roles().stream().filter(r -> r.code().equals(role.code())).findFirst().orElseThrow(NotFound::new);
        if (role.name().isBlank() || role.name().length() > 60) {
            throw new InvalidInput("name", "organization.role.nameForm");
        }
        if (role.code().equals(AUDITOR) && role.rights().stream().anyMatch(right -> !right.contains(".read"))) {
            throw new BrokenRule("organization.role.auditorReads");
        }
        if (role.code().equals("ADMIN") && !role.rights().contains(EDIT)) {
            throw new BrokenRule("organization.role.administratorMustEdit");
        }
        sql.sql("update organization.role set local_name = ?, aliases = ?, rights = ? where code = ?")
                .params(role.name(), role.aliases().toArray(String[]::new), role.rights().toArray(String[]::new), role.code())
                .update();
        events.publishEvent(new Happening(new SubjectRef("role", UUID.nameUUIDFromBytes(role.code().getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                "change", actor.id(), Map.of("name", before.name(), "aliases", before.aliases(), "rights", before.rights()),
                Map.of("name", role.name(), "aliases", role.aliases(), "rights", role.rights()), now()));
    }

    private void tell(Actor actor, PersonId id, String verb, Map<String, Object> before, Map<String, Object> after) {
        tell(actor, "person", id.value(), verb, before, after);
    }

    private void tell(Actor actor, String type, UUID id, String verb, Map<String, Object> before, Map<String, Object> after) {
        events.publishEvent(new Happening(new SubjectRef(type, id), verb, actor.id(), before, after, now()));
    }

    private Instant now() {
        return clock.instant();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now(), companies.current().zone());
    }
}
