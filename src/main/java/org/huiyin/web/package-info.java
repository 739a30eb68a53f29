/** Layout, menu, languages, errors and security headers; knows no module above it. */
@NullMarked
@ApplicationModule(displayName = "Web", allowedDependencies = {"kernel", "platform"}, type = ApplicationModule.Type.OPEN)
package org.huiyin.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
