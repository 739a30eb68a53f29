/** Pages and API of the module. */
@NullMarked
package org.huiyin.records.web;

import org.jspecify.annotations.NullMarked;
