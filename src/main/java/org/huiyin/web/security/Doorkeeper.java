package org.huiyin.web.security;

import java.util.Optional;
import java.util.UUID;

/** Knows who belongs to which company; provided by the module that keeps people. */
public interface Doorkeeper {

    /** The person behind the account in the company with the address; empty when she does not belong there. */
    Optional<Member> enter(String companySlug, UUID account);

    /** The person behind an API token's secret. */
    Optional<Member> enterWithToken(String secret);
}
