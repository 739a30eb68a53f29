package org.huiyin.organization;

/**
 * What founds a company: its names, its first administrator and the procedure it starts from.
 *
 * @param preset code of a procedure preset such as {@code P001}
 * @param roles role codes that the first person holds beside {@code ADMIN}
 * @param roleNames what this company calls the neutral roles, by code; others keep their usual name
 * @param numbers its own form numbers and document prefixes
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
        boolean demo,
        java.util.Map<String, String> roleNames,
        OwnNumbers numbers) {

    /** With the usual names and the numbers of the preset. */
    public NewCompany(String slug, String name, String language, String preset, String personName, String login, String password,
            java.util.Set<String> roles, boolean demo) {
        this(slug, name, language, preset, personName, login, password, roles, demo, java.util.Map.of(), OwnNumbers.NONE);
    }
}
