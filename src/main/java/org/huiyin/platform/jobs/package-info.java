/** Work after the commit: stored in the same transaction, claimed once, retried; therefore idempotent. */
@NullMarked
package org.huiyin.platform.jobs;

import org.jspecify.annotations.NullMarked;
