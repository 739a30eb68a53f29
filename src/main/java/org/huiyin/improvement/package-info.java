/** Corrective actions: causes, measures, evidence, verification, and the customer told. */
@NullMarked
@ApplicationModule(displayName = "Improvement", allowedDependencies = {"kernel"})
package org.huiyin.improvement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
