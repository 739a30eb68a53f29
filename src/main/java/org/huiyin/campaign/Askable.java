package org.huiyin.campaign;

import java.util.List;
import org.huiyin.customer.ContactView;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Grade;

/** A customer of the sample with the people there who may still be asked, and the way proposed for each. */
public record Askable(CustomerId customer, String code, String name, Grade grade, List<Person> people) {

    /** A contact and the way that its file allows. */
    public record Person(ContactView contact, Channel proposed, List<Channel> possible) {}
}
