/** Walks through the whole product: every page, every language, every role. */
@org.jspecify.annotations.NullMarked
package org.huiyin.walk;
