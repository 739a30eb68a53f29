/** The pages and the API of the procedure. */
@NullMarked
package org.huiyin.procedure.web;

import org.jspecify.annotations.NullMarked;
