/** Questionnaires and how their answers become scores, bands and triggers. */
@NullMarked
@ApplicationModule(
        displayName = "Survey",
        allowedDependencies = {
            "kernel", "platform", "web", "sheets", "paper", "organization", "notification", "records", "procedure",
            "approval", "customer", "voice"
        })
package org.huiyin.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
