package org.huiyin.organization;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.platform.CompanyScope;
import org.huiyin.web.security.Doorkeeper;
import org.huiyin.web.security.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds who stands behind a session or a token in a company, with the roles of today. */
@Component
class CompanyDoor implements Doorkeeper {

    private final Companies companies;
    private final Accounts accounts;
    private final People people;
    private final ApiTokens tokens;

    CompanyDoor(Companies companies, Accounts accounts, People people, ApiTokens tokens) {
        this.companies = companies;
        this.accounts = accounts;
        this.people = people;
        this.tokens = tokens;
    }

    @Override
    public Optional<Member> enter(String companySlug, UUID account) {
        return companies.bySlug(companySlug).flatMap(company -> accounts.personIn(account, company.id())
                .flatMap(person -> member(company, person, account, null)));
    }

    @Override
    public Optional<Member> enterWithToken(String secret) {
        return tokens.open(secret).flatMap(token -> companies.byId(token.company())
                .flatMap(company -> member(company, token.person(), null, token)));
    }

    private Optional<Member> member(Company company, PersonId person, @Nullable UUID account, @Nullable ApiToken token) {
        return CompanyScope.get(company.id(), () -> people.actor(person).map(actor -> {
            var view = people.get(person);
            var acting = token == null ? actor : cutDown(actor, token.scopes());
            return new Member(company.id(), company.slug(), company.name(), company.zone().getId(), acting,
                    view.department(), account, token == null ? null : token.id(), language(account, view), company.language());
        }));
    }

    /** The language chosen on the screen, else the one that the administrator entered. */
    private @Nullable String language(@Nullable UUID account, PersonView view) {
        var chosen = account == null ? null : accounts.byId(account).map(Accounts.Account::language).orElse(null);
        return chosen == null ? view.language() : chosen;
    }

    private static Actor cutDown(Actor actor, Set<String> scopes) {
        var rights = new HashSet<>(actor.rights());
        rights.retainAll(scopes);
        return new Actor(actor.id(), actor.name(), actor.roles(), rights);
    }
}
