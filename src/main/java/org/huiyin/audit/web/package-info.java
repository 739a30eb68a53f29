/** The pages and the API of the audit trail. */
@NullMarked
package org.huiyin.audit.web;

import org.jspecify.annotations.NullMarked;
