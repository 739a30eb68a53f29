/** Layout, menu, languages, errors and security headers; knows no module above it. */
@NullMarked
@ApplicationModule(displayName = "Web", allowedDependencies = {"kernel", "platform"})
package org.huiyin.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
