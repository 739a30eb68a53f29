package org.huiyin.customer.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.huiyin.customer.ContactRole;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Grade;
import org.huiyin.organization.People;
import org.huiyin.organization.PersonView;
import org.huiyin.web.Language;
import org.huiyin.web.Option;
import org.huiyin.web.Words;
import org.springframework.stereotype.Component;

/** What can be chosen on the customer pages, in the reader's words. */
@Component
class Choices {

    private final People people;
    private final Customers customers;

    Choices(People people, Customers customers) {
        this.people = people;
        this.customers = customers;
    }

    List<Option> owners() {
        return people.all().stream().filter(PersonView::active).map(p -> new Option(p.id().value().toString(), p.name())).toList();
    }

    List<Option> grades(Words words) {
        return Arrays.stream(Grade.values()).map(g -> new Option(g.name(), Degrees.grade(words, g))).toList();
    }

    List<Option> segments(Actor actor) {
        return counted(customers.segments(actor));
    }

    List<Option> regions(Actor actor) {
        return counted(customers.regions(actor));
    }

    List<Option> degrees(Words words, String figure) {
        return customers.degrees().getOrDefault(figure, List.of()).stream()
                .map(degree -> new Option(degree, Degrees.degree(words, figure, degree)))
                .toList();
    }

    List<Option> yesNo(Words words) {
        return List.of(new Option("true", words.t("customer.yes")), new Option("false", words.t("customer.no")));
    }

    List<Option> roles(Words words) {
        return Arrays.stream(ContactRole.values()).map(r -> new Option(r.name(), words.label(r))).toList();
    }

    List<Option> languages(Words words) {
        var found = new ArrayList<Option>();
        for (var language : Language.values()) {
            found.add(new Option(language.tag(), words.t(language.nameKey())));
        }
        return found;
    }

    private static List<Option> counted(Map<String, Integer> counts) {
        return counts.keySet().stream().map(value -> new Option(value, value)).toList();
    }
}
