/** The 8D: D0 to D8 as evidence, its gates, meetings, approval and reports; opened by complaints (001/5.2.2.4, 5.2.2.5). */
@NullMarked
@NamedInterface("eightd")
package org.huiyin.improvement.eightd;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
