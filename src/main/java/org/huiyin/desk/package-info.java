/** What each person needs first: her work by due date, the echo rate, the rounds under way, search over everything. */
@NullMarked
@ApplicationModule(displayName = "Desk", allowedDependencies = {
    "kernel", "platform", "web", "sheets", "organization", "procedure", "customer", "voice", "improvement", "improvement :: eightd", "complaint", "campaign", "analysis"})
package org.huiyin.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
