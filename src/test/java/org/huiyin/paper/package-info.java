@NullMarked
package org.huiyin.paper;

import org.jspecify.annotations.NullMarked;
