/** Pages and the door of programs for customer voices. */
@NullMarked
package org.huiyin.voice.web;

import org.jspecify.annotations.NullMarked;
