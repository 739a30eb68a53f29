/** Pages and the door of programs for the desk. */
@NullMarked
package org.huiyin.desk.web;

import org.jspecify.annotations.NullMarked;
