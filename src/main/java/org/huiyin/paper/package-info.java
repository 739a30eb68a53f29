/** Paper: PDF and QR codes. Knows no business. */
@NullMarked
@ApplicationModule(displayName = "Paper", allowedDependencies = {"kernel"})
package org.huiyin.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
