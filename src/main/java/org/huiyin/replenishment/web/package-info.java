/** Pages, programs' door and forms of replacement orders. */
@NullMarked
package org.huiyin.replenishment.web;

import org.jspecify.annotations.NullMarked;
