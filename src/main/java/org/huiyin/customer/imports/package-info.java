/** Lists as people really have them: upload, mapping, preview, taking over, taking back. */
@NullMarked
package org.huiyin.customer.imports;

import org.jspecify.annotations.NullMarked;
