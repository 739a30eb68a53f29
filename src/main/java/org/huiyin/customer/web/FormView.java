package org.huiyin.customer.web;

import java.util.List;
import org.huiyin.web.Option;

/** The form of a customer's file with what can be chosen in it. */
public record FormView(
        CustomerForm form, String action, boolean fresh, List<Option> owners, List<Option> cooperation, List<Option> potential,
        List<Option> payment, List<Option> yesNo) {}
