/** Pages and API of the module. */
@NullMarked
package org.huiyin.notification.web;

import org.jspecify.annotations.NullMarked;
