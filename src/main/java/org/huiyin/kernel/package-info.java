/** Values that every module speaks: no Spring beans, no SQL. */
@NullMarked
@ApplicationModule(displayName = "Kernel", allowedDependencies = {})
package org.huiyin.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
