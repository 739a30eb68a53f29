/** Who may come in: sign-in of people, bearer tokens of programs, the company behind the address. */
@NullMarked
package org.huiyin.web.security;

import org.jspecify.annotations.NullMarked;
