/** Customer list and file, contacts, special requirements, monthly sales, import, grading. */
@NullMarked
@ApplicationModule(
        displayName = "Customer",
        allowedDependencies = {
            "kernel", "platform", "web", "sheets", "organization"
        })
package org.huiyin.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
