/** What every module stands on: company scope, transactions, clock, database, jobs. */
@NullMarked
@ApplicationModule(displayName = "Platform", allowedDependencies = "kernel", type = ApplicationModule.Type.OPEN)
package org.huiyin.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
