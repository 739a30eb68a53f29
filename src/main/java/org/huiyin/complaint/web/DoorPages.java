package org.huiyin.complaint.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.huiyin.complaint.DoorView;
import org.huiyin.complaint.Doors;
import org.huiyin.customer.Contacts;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.People;
import org.huiyin.paper.QrCode;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The links by which a customer tells us of complaints: made, shown with their code, renewed, closed. */
@Controller
public class DoorPages {

    private static final String ALL = "/c/{company}/complaints/links";

    private final Doors doors;
    private final Customers customers;
    private final Contacts contacts;
    private final People people;

    DoorPages(Doors doors, Customers customers, Contacts contacts, People people) {
        this.doors = doors;
        this.customers = customers;
        this.contacts = contacts;
        this.people = people;
    }

    /** A link as the page shows it; without an address it was closed. */
    public record Line(DoorView door, String contact, String address, String qr) {}

    @GetMapping(ALL)
    ModelAndView list(Actor actor, @RequestParam(defaultValue = "") String customer) {
        actor.mustHave("complaint.read");
        var model = new HashMap<String, Object>(Map.of("lines", new ArrayList<Line>(), "contacts", new ArrayList<Option>(), "code", "", "name", "", "names", people.names(),
                "wanted", customer));
        var found = customer.isBlank() ? null : customers.search(actor, customer, 1).stream().findFirst().orElse(null);
        if (found != null) {
            var its = contacts.of(found.id()).stream().filter(c -> c.active() && !c.erased()).toList();
            var lines = doors.of(actor, found.id()).stream().map(door -> {
                var address = doors.address(actor, door).orElse("");
                var who = its.stream().filter(c -> c.id().equals(door.contact())).map(c -> c.name()).findFirst().orElse("");
                return new Line(door, who, address, address.isEmpty() ? "" : QrCode.svg(address));
            }).toList();
            model.putAll(Map.of("lines", lines, "contacts", its.stream().map(c -> new Option(c.id().toString(), c.name())).toList(), "code", found.code(),
                    "name", found.name()));
        }
        return new ModelAndView("complaint/links", model);
    }

    @PostMapping(ALL)
    String make(Actor actor, Page page, @RequestParam String customer, @RequestParam(defaultValue = "") String contact) {
        var known = customers.byCode(actor, customer);
        doors.make(actor, known.id(), contact.matches("[0-9a-f-]{36}") ? UUID.fromString(contact) : null);
        return back(page, customer);
    }

    @PostMapping(ALL + "/{id}/renewal")
    String renew(Actor actor, Page page, @PathVariable UUID id, @RequestParam String customer) {
        doors.renew(actor, id);
        return back(page, customer);
    }

    @PostMapping(ALL + "/{id}/closing")
    String close(Actor actor, Page page, @PathVariable UUID id, @RequestParam String customer) {
        doors.revoke(actor, id);
        return back(page, customer);
    }

    private static String back(Page page, String customer) {
        return "redirect:" + page.to("complaints", "links") + "?customer=" + java.net.URLEncoder.encode(customer, java.nio.charset.StandardCharsets.UTF_8);
    }
}
