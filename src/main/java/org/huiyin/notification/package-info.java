/** Tells people and programs: inbox, mails that survive a restart, signed webhooks. */
@NullMarked
@ApplicationModule(displayName = "Notification", allowedDependencies = {"kernel", "platform", "web", "sheets", "organization"})
package org.huiyin.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
