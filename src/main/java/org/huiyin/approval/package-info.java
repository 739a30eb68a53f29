/** Who must agree, in which order; decisions and signatures that nobody changes afterwards. */
@NullMarked
@ApplicationModule(displayName = "Approval", allowedDependencies = {"kernel", "platform", "web", "sheets", "organization", "procedure", "notification", "records", "audit"})
package org.huiyin.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
