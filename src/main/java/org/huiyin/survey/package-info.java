/** Questionnaires and how their answers become scores, bands and triggers. */
@NullMarked
@ApplicationModule(
        displayName = "Survey",
        allowedDependencies = {"kernel", "platform", "web", "paper", "sheets", "organization", "procedure"})
package org.huiyin.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
