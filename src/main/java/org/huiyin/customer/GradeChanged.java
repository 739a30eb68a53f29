package org.huiyin.customer;

import org.huiyin.kernel.Grade;

/** A customer's class has changed (001/5.4.2.1 b); heard inside the transaction. */
public record GradeChanged(CustomerId customer, Grade from, Grade to) {}
