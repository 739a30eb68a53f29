/** Pages, programs' door and forms of returns. */
@NullMarked
package org.huiyin.returns.web;

import org.jspecify.annotations.NullMarked;
