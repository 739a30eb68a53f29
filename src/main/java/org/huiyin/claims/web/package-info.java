/** Pages, programs' door and papers of claims and notices. */
@NullMarked
package org.huiyin.claims.web;

import org.jspecify.annotations.NullMarked;
