/** Document numbers without gaps or doubles, and files kept with the records that they prove. */
@NullMarked
@ApplicationModule(displayName = "Records", allowedDependencies = {"kernel", "platform", "web", "sheets", "organization"})
package org.huiyin.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
