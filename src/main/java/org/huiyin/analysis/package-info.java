/** What the answers say: means, strata, intervals, trends and quadrants; bad answers become complaints and actions. */
@NullMarked
@ApplicationModule(displayName = "Analysis", allowedDependencies = {
    "kernel", "platform", "web", "sheets", "paper", "organization", "audit", "notification", "records", "procedure", "approval",
    "customer", "voice", "survey", "improvement", "complaint", "campaign", "campaign :: answers"})
package org.huiyin.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
