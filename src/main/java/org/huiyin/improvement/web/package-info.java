/** Pages and the door of programs for corrective actions. */
@NullMarked
package org.huiyin.improvement.web;

import org.jspecify.annotations.NullMarked;
