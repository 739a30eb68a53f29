/** Rounds of a survey: whom to ask, what came back, and what of it is valid. */
@NullMarked
@ApplicationModule(displayName = "Campaign", allowedDependencies = {"kernel", "survey"})
package org.huiyin.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
