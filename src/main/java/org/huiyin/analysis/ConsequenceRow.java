package org.huiyin.analysis;

import java.util.List;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.SubjectRef;

/** What followed for a customer, with the name. */
public record ConsequenceRow(Consequence.Kind kind, CustomerId customer, String code, String name, List<String> items, SubjectRef target) {}
