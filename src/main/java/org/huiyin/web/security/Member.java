package org.huiyin.web.security;

import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.CompanyId;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in person inside one company, as each request knows her.
 *
 * @param account the account behind the session; null for a program with a token
 * @param language what the person chose or was given; null where nobody said
 * @param companyLanguage what the company works in, for those who chose nothing
 */
public record Member(
        CompanyId company,
        String companySlug,
        String companyName,
        String zone,
        Actor actor,
        @Nullable String unit,
        @Nullable UUID account,
        @Nullable UUID token,
        @Nullable String language,
        @Nullable String companyLanguage) {

    /** The request attribute under which the member of the request stands. */
    public static final String ATTRIBUTE = Member.class.getName();

    /** A member who acts without a screen. */
    public Member(CompanyId company, String companySlug, String companyName, String zone, Actor actor, @Nullable String unit,
            @Nullable UUID account, @Nullable UUID token, @Nullable String language) {
        this(company, companySlug, companyName, zone, actor, unit, account, token, language, null);
    }
}
