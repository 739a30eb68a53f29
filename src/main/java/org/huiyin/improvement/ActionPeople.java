package org.huiyin.improvement;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.huiyin.organization.People;
import org.huiyin.organization.PersonView;
import org.jspecify.annotations.Nullable;

/** Finds who is concerned: the owner, the heads of a department, the holders of roles. */
final class ActionPeople {

    private ActionPeople() {}

    /** Who takes an action in: its owner, else the heads of the department, else all heads of departments. */
    static Set<PersonId> receivers(People people, @Nullable UUID department, @Nullable PersonId owner) {
        if (owner != null) {
            return Set.of(owner);
        }
        return heads(people, department);
    }

    /** Those of the department whose role is a head's; all department heads where it has none. */
    static Set<PersonId> heads(People people, @Nullable UUID department) {
        var own = people.all().stream()
                .filter(p -> p.active() && department != null && department.equals(p.departmentId()))
                .filter(p -> p.roles().stream().anyMatch(role -> role.endsWith("_HEAD")))
                .toList();
        return ids(own.isEmpty() ? people.holders("DEPARTMENT_HEAD") : own);
    }

    /** The holders of any of the roles; for department heads those of the department. */
    static Set<PersonId> holders(People people, Collection<String> roles, @Nullable UUID department) {
        var found = new LinkedHashSet<PersonId>();
        for (String role : roles) {
            found.addAll(role.equals("DEPARTMENT_HEAD") ? heads(people, department) : ids(people.holders(role)));
        }
        return found;
    }

    private static Set<PersonId> ids(List<PersonView> list) {
        return list.stream().map(PersonView::id).collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new));
    }
}
