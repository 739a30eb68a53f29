/** Values that every module shares; no Spring, no SQL. */
@NullMarked
@ApplicationModule(displayName = "Kernel", allowedDependencies = {})
package org.huiyin.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
