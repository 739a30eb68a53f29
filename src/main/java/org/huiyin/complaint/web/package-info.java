/** Pages, programs' door and forms of complaints. */
@NullMarked
package org.huiyin.complaint.web;

import org.jspecify.annotations.NullMarked;
