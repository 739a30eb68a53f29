/** Pages and API of the module. */
@NullMarked
package org.huiyin.approval.web;

import org.jspecify.annotations.NullMarked;
