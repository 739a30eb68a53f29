package org.huiyin.organization;

/**
 * What founds a company: its names, its first administrator and the procedure it starts from.
 *
 * @param preset code of a procedure preset such as {@code P001}
 * @param roles role codes that the first person holds beside {@code ADMIN}
 */
public record NewCompany(
        String slug,
        String name,
        String language,
        String preset,
        String personName,
        String login,
        String password,
        java.util.Set<String> roles,
        boolean demo) {}
