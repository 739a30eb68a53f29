package org.huiyin.organization.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.organization.DepartmentView;
import org.huiyin.organization.People;
import org.huiyin.organization.PersonView;
import org.huiyin.organization.RoleView;
import org.huiyin.web.security.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who the token acts for, and the people of its company. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "people")
class PeopleApi {

    private final People people;

    PeopleApi(People people) {
        this.people = people;
    }

    /** The person behind the token. */
    public record Me(UUID id, String name, String company, String companyName, String zone, Set<String> roles, Set<String> rights) {}

    /** A person; logins and telephone numbers only for who looks after people. */
    public record Person(
            UUID id, String name, @Nullable UUID departmentId, @Nullable String department, @Nullable String email,
            @Nullable String phone, Set<String> roles, boolean active) {}

    @GetMapping("/me")
    @Operation(summary = "Who the token acts for and what it may do")
    Me me(Member member) {
        var actor = member.actor();
        return new Me(actor.id().value(), actor.name(), member.companySlug(), member.companyName(), member.zone(), actor.roles(), actor.rights());
    }

    @GetMapping("/people")
    @Operation(summary = "The people of the company; with left=true those who left as well")
    List<Person> people(Member member, @RequestParam(defaultValue = "false") boolean left, @RequestParam(required = false) @Nullable String role) {
        return people.all().stream()
                .filter(person -> (left || person.active()) && (role == null || person.roles().contains(role)))
                .map(person -> person(person, member))
                .toList();
    }

    @GetMapping("/people/{id}")
    @Operation(summary = "One person")
    Person one(Member member, @PathVariable UUID id) {
        return person(people.get(new PersonId(id)), member);
    }

    @GetMapping("/departments")
    @Operation(summary = "The departments under the company's own names")
    List<DepartmentView> departments() {
        return people.departments();
    }

    @GetMapping("/departments/{id}")
    @Operation(summary = "One department")
    DepartmentView department(@PathVariable UUID id) {
        return people.departments().stream().filter(department -> department.id().equals(id)).findFirst().orElseThrow(NotFound::new);
    }

    @GetMapping("/roles")
    @Operation(summary = "The neutral roles with the company's own names and their rights")
    List<RoleView> roles() {
        return people.roles();
    }

    private static Person person(PersonView person, Member member) {
        var full = member.actor().may("people.edit") || member.actor().may("audit.read");
        return new Person(person.id().value(), person.name(), person.departmentId(), person.department(), person.email(),
                full ? person.phone() : null, person.roles(), person.active());
    }
}
