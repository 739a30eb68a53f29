/** Who did what and when, in a keyed hash chain that shows when somebody rewrote it (ISO9001:2015/7.5.3). */
@NullMarked
@ApplicationModule(displayName = "Audit", allowedDependencies = {"kernel", "platform", "web", "sheets", "organization"})
package org.huiyin.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
