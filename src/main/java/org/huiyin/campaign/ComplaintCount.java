package org.huiyin.campaign;

import java.time.LocalDate;
import java.util.Map;
import org.huiyin.customer.CustomerId;

/** Knows how many complaints each customer has had since a day; a bean of the module that keeps them. */
public interface ComplaintCount {

    Map<CustomerId, Integer> since(LocalDate day);
}
