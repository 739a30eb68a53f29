/** The demo company: made through the same faces as everything else, with a past of its own. */
@NullMarked
@ApplicationModule(displayName = "Demo", allowedDependencies = {
    "kernel", "platform", "web", "organization", "records", "procedure", "notification", "approval", "customer",
    "voice", "survey", "improvement", "improvement :: eightd", "complaint", "replenishment", "returns", "claims", "campaign", "campaign :: answers", "analysis"})
package org.huiyin.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
