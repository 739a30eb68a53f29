package org.huiyin.organization;

import java.util.List;
import java.util.Set;

/** A neutral role under the company's own names (alias table of the procedures). */
public record RoleView(String code, String name, List<String> aliases, Set<String> rights) {}
