/** Customers, their contacts, figures and classes. */
@NullMarked
@ApplicationModule(displayName = "Customer", allowedDependencies = {
    "kernel", "platform", "web", "sheets", "paper", "organization", "audit", "notification", "records", "procedure", "approval"})
package org.huiyin.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
