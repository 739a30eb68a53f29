/** Replacement orders for returned or missing goods: proposed by sales, approved by amount, scheduled, shipped, received (001/5.3.4). */
@NullMarked
@ApplicationModule(
        displayName = "Replenishment",
        allowedDependencies = {
            "kernel", "platform", "web", "sheets", "paper", "organization", "records", "procedure", "notification", "approval", "customer", "complaint"
        })
package org.huiyin.replenishment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
