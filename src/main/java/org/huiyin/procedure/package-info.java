/** The company's procedure as a versioned profile: clauses, figures, routes, forms; every rule of the house is read from it. */
@NullMarked
@ApplicationModule(
        displayName = "Procedure",
        allowedDependencies = {"kernel", "platform", "web", "sheets", "paper", "organization"})
package org.huiyin.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
