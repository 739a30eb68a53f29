/** Pages and programs' doors of the customer list. */
@NullMarked
package org.huiyin.customer.web;

import org.jspecify.annotations.NullMarked;
