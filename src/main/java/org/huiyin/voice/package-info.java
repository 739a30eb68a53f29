/** Every customer voice: the inbox, the promise clock and the echo rate. */
@NullMarked
@ApplicationModule(
        displayName = "Voice",
        allowedDependencies = {"kernel", "platform", "web", "sheets", "organization", "records", "procedure", "notification", "customer"})
package org.huiyin.voice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
