/** Customers, their contacts, figures and classes. */
@NullMarked
@ApplicationModule(displayName = "Customer", allowedDependencies = {"kernel"})
package org.huiyin.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
