/** Companies, departments, people, roles under the company's own names, delegation, sign-in, working calendar. */
@NullMarked
@ApplicationModule(displayName = "Organization", allowedDependencies = {"kernel", "platform", "web", "sheets"})
package org.huiyin.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
