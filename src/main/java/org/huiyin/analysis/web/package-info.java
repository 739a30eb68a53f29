/** Pages, files and the door of programs for results. */
@NullMarked
package org.huiyin.analysis.web;

import org.jspecify.annotations.NullMarked;
