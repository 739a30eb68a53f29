/** Rounds of a survey: whom to ask, what came back, and what of it is valid. */
@NullMarked
@ApplicationModule(displayName = "Campaign", allowedDependencies = {
    "kernel", "platform", "web", "sheets", "paper", "organization", "audit", "notification", "records", "procedure", "approval", "customer", "voice", "survey", "improvement"})
package org.huiyin.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
