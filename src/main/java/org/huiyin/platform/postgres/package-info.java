/** PostgreSQL as Huiyin runs it: brought along in the data folder, or somebody else's server by settings. */
@NullMarked
package org.huiyin.platform.postgres;

import org.jspecify.annotations.NullMarked;
