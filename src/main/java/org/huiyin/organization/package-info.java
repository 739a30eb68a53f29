/** Companies, departments, people, roles and the working calendar. */
@NullMarked
@ApplicationModule(displayName = "Organization", allowedDependencies = {"kernel", "platform", "web", "sheets", "paper"})
package org.huiyin.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
