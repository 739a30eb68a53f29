/** The pages and the API of people, roles, calendar, sign-in and the first steps. */
@NullMarked
package org.huiyin.organization.web;

import org.jspecify.annotations.NullMarked;
