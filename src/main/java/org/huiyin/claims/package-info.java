/** Claims for external loss in both directions, who bears it, and reward and penalty notices to units (004/5.9, 5.10). */
@NullMarked
@ApplicationModule(
        displayName = "Claims",
        allowedDependencies = {
            "kernel", "platform", "web", "sheets", "paper", "organization", "records", "procedure", "notification", "approval", "customer", "voice", "improvement",
            "improvement :: eightd", "complaint"
        })
package org.huiyin.claims;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
