/** Tables as people really have them: reads messy Excel and CSV files, writes clean ones. Knows no business. */
@NullMarked
@ApplicationModule(displayName = "Sheets", allowedDependencies = {"kernel"})
package org.huiyin.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
