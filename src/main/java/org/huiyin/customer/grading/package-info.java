/** The class of a customer from his figures, with the proof of each criterion. */
@NullMarked
package org.huiyin.customer.grading;

import org.jspecify.annotations.NullMarked;
