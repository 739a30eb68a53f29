package org.huiyin.organization;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huiyin.web.Language;
import org.huiyin.web.SignedIn;
import org.huiyin.web.security.Member;
import org.huiyin.web.security.SignedInAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Tells the layout who is looking. */
@Component
class Visitor implements SignedIn {

    private static final String COMPANIES = Visitor.class.getName() + ".companies";

    private final Companies companies;
    private final Accounts accounts;

    Visitor(Companies companies, Accounts accounts) {
        this.companies = companies;
        this.accounts = accounts;
    }

    @Override
    public Optional<Person> person() {
        return member().map(member -> new Person(member.actor(), member.unit() == null ? "" : member.unit(),
                language(member.language())));
    }

    @Override
    public Optional<SignedIn.Company> company() {
        return member().map(member -> new SignedIn.Company(member.companySlug(), member.companyName(), ZoneId.of(member.zone()), language(member.companyLanguage())));
    }

    @Override
    @SuppressWarnings("unchecked") // what is stored under this name is stored here
    public List<SignedIn.Company> companies() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return List.of();
        }
        if (request.getAttribute(COMPANIES, RequestAttributes.SCOPE_REQUEST) instanceof List<?> known) {
            return (List<SignedIn.Company>) known;
        }
        var found = account().map(account -> companies.of(account.id())).orElse(List.of()).stream()
                .map(company -> new SignedIn.Company(company.slug(), company.name(), company.zone(), language(company.language())))
                .toList();
        request.setAttribute(COMPANIES, found, RequestAttributes.SCOPE_REQUEST);
        return found;
    }

    @Override
    public void choose(Language language) {
        account().ifPresent(account -> accounts.setLanguage(account.id(), language.tag()));
    }

    private static Optional<Language> language(@Nullable String tag) {
        return Optional.ofNullable(tag).flatMap(known -> Language.serving(Locale.forLanguageTag(known)));
    }

    private static Optional<Member> member() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null && request.getAttribute(Member.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Member member
                ? Optional.of(member)
                : Optional.empty();
    }

    private static Optional<SignedInAccount> account() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn != null && signedIn.getPrincipal() instanceof SignedInAccount account ? Optional.of(account) : Optional.empty();
    }
}
