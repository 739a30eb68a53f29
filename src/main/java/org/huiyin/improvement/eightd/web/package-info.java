/** Pages and the door of programs for 8Ds. */
@NullMarked
package org.huiyin.improvement.eightd.web;

import org.jspecify.annotations.NullMarked;
