@NullMarked
package org.huiyin.sheets;

import org.jspecify.annotations.NullMarked;
