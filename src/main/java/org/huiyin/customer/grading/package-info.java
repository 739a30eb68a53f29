/** The engine that proposes a customer's class (001/5.4.2.1 b-e): values in, proof rows out. */
@NullMarked
package org.huiyin.customer.grading;

import org.jspecify.annotations.NullMarked;
