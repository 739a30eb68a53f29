/** Corrective and preventive actions: anything above may open one (001/5.4.6, 5.2.2.5). */
@NullMarked
@ApplicationModule(
        displayName = "Improvement",
        allowedDependencies = {"kernel", "platform", "web", "sheets", "paper", "organization", "records", "procedure", "notification", "approval", "customer", "voice"})
package org.huiyin.improvement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
