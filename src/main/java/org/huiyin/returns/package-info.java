/** Returned goods: slip, fetching, count, verdict, disposition, rework and the way back (001/5.3, 3.5–3.7; 004/5.2b). */
@NullMarked
@ApplicationModule(
        displayName = "Returns",
        allowedDependencies = {
            "kernel", "platform", "web", "sheets", "paper", "organization", "records", "procedure", "notification", "customer", "voice", "complaint", "replenishment"
        })
package org.huiyin.returns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
