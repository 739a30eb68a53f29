package org.huiyin.customer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.customer.ContactDetails;
import org.huiyin.customer.ContactView;
import org.huiyin.customer.Contacts;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.CustomerFields;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.CustomerRow;
import org.huiyin.customer.CustomerView;
import org.huiyin.customer.Customers;
import org.huiyin.customer.SaleLine;
import org.huiyin.customer.Sales;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Customers, contacts and monthly sales for programs. */
@RestController
@Tag(name = "Customers")
@RequestMapping("/api/v1/customers")
class CustomerApi {

    private final Customers customers;
    private final Contacts contacts;
    private final Sales sales;

    CustomerApi(Customers customers, Contacts contacts, Sales sales) {
        this.customers = customers;
        this.contacts = contacts;
        this.sales = sales;
    }

    /** A customer as programs see one; {@code version} goes back with a change. */
    record Customer(UUID id, String code, String name, Grade grade, boolean active, boolean eligible, List<String> missing,
            Map<String, @Nullable Object> file, int version) {

        static Customer of(CustomerView c) {
            return new Customer(c.id().value(), c.code(), c.name(), c.grade(), c.active(), c.eligible(), c.missing(),
                    CustomerFields.all(c.details()), c.version());
        }
    }

    /** A customer's file as programs write it. */
    record CustomerBody(@Nullable String code, @Nullable String name, @Nullable String shortName, @Nullable String orgType,
            @Nullable String orgSize, @Nullable String productType, @Nullable String demand, @Nullable String segment,
            @Nullable String region, @Nullable String address, @Nullable String deliveryAddress, @Nullable UUID owner,
            @Nullable LocalDate partnerSince, @Nullable String cooperation, @Nullable String potential, @Nullable String payment,
            @Nullable Boolean unstableOrders, @Nullable Boolean wellKnown, @Nullable Boolean coreIndustry, @Nullable String fileNote,
            @Nullable Integer version) {

        CustomerDetails values() {
            return new CustomerDetails(code, name == null ? "" : name, shortName, orgType, orgSize, productType, demand, segment, region,
                    address, deliveryAddress, owner == null ? null : new PersonId(owner), partnerSince, cooperation, potential, payment,
                    unstableOrders, wellKnown, coreIndustry, fileNote);
        }
    }

    record Listing(List<CustomerRow> rows, int page, int size, long total) {}

    record ContactBody(@Nullable String name, @Nullable String role, @Nullable BigDecimal weight, @Nullable String email,
            @Nullable String phone, @Nullable String fax, @Nullable String wechat, @Nullable String language, @Nullable Integer version) {

        ContactDetails values() {
            return new ContactDetails(name == null ? "" : name, role == null ? "OTHER" : role, weight == null ? BigDecimal.ONE : weight,
                    email, phone, fax, wechat, language == null ? "zh-CN" : language);
        }
    }

    record SaleBody(@Nullable BigDecimal amount, @Nullable String currency, @Nullable String base) {}

    record Sale(YearMonth month, BigDecimal amount, String currency, @Nullable String base) {}

    record Reason(String reason) {}

    @GetMapping
    @Operation(summary = "A page of customers")
    Listing list(Actor actor, ListQuery query) {
        var slice = customers.list(actor, query.filter());
        return new Listing(slice.rows(), slice.page(), slice.size(), slice.total());
    }

    @GetMapping("/search")
    @Operation(summary = "Customers by name, short name, code, pinyin or initials")
    List<CustomerRow> search(Actor actor, @RequestParam String q, @RequestParam(defaultValue = "20") int limit) {
        return customers.search(actor, q, Math.clamp(limit, 1, 200));
    }

    @PostMapping
    @Operation(summary = "Add a customer")
    @ResponseStatus(HttpStatus.CREATED)
    Customer create(Actor actor, @RequestBody CustomerBody body, @RequestParam(defaultValue = "false") boolean sameName) {
        return Customer.of(customers.get(customers.create(actor, body.values(), sameName)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One customer by number or id")
    Customer show(Actor actor, @PathVariable String id) {
        return Customer.of(customers.byCode(actor, id));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a customer; version says which state was read")
    Customer change(Actor actor, @PathVariable String id, @RequestBody CustomerBody body) {
        var customer = customers.byCode(actor, id);
        if (body.version() == null) {
            throw new InvalidInput("version", "customer.invalid.missing");
        }
        customers.change(actor, customer.id(), body.values(), body.version());
        return Customer.of(customers.get(customer.id()));
    }

    @GetMapping("/{id}/contacts")
    @Operation(summary = "The contacts of a customer")
    List<ContactView> contacts(Actor actor, @PathVariable String id) {
        return contacts.of(customers.byCode(actor, id).id());
    }

    @PostMapping("/{id}/contacts")
    @Operation(summary = "Add a contact")
    @ResponseStatus(HttpStatus.CREATED)
    ContactView addContact(Actor actor, @PathVariable String id, @RequestBody ContactBody body) {
        return contacts.get(contacts.add(actor, customers.byCode(actor, id).id(), body.values()));
    }

    @PutMapping("/contacts/{contact}")
    @Operation(summary = "Change a contact; version says which state was read")
    ContactView changeContact(Actor actor, @PathVariable UUID contact, @RequestBody ContactBody body) {
        if (body.version() == null) {
            throw new InvalidInput("version", "customer.invalid.missing");
        }
        contacts.change(actor, contact, body.values(), body.version());
        return contacts.get(contact);
    }

    @PostMapping("/contacts/{contact}/leaving")
    @Operation(summary = "Note that a contact has left")
    ContactView leave(Actor actor, @PathVariable UUID contact) {
        contacts.leave(actor, contact);
        return contacts.get(contact);
    }

    @PostMapping("/contacts/{contact}/opt-out")
    @Operation(summary = "Ask a contact no more")
    ContactView optOut(Actor actor, @PathVariable UUID contact) {
        contacts.optOut(actor, contact, true);
        return contacts.get(contact);
    }

    @GetMapping("/contacts/{contact}/data")
    @Operation(summary = "All that is kept about a contact")
    Map<String, @Nullable Object> export(Actor actor, @PathVariable UUID contact) {
        return contacts.export(actor, contact);
    }

    @PostMapping("/contacts/{contact}/erasure")
    @Operation(summary = "Erase a contact; answers stay without the name")
    ContactView erase(Actor actor, @PathVariable UUID contact, @RequestBody Reason reason) {
        contacts.erase(actor, contact, reason.reason());
        return contacts.get(contact);
    }

    @GetMapping("/{id}/sales")
    @Operation(summary = "Monthly sales of a customer")
    List<Sale> sales(Actor actor, @PathVariable String id, @RequestParam YearMonth from, @RequestParam YearMonth to) {
        return sales.of(customers.byCode(actor, id).id(), from, to).stream()
                .map(s -> new Sale(s.month(), s.amount(), s.currency(), s.base())).toList();
    }

    /** Notes a month; the same call again changes nothing. */
    @PutMapping("/{id}/sales/{month}")
    @Operation(summary = "Note the sales of a month; a figure that is there is replaced")
    Sale note(Actor actor, @PathVariable String id, @PathVariable YearMonth month, @RequestBody SaleBody body) {
        CustomerId customer = customers.byCode(actor, id).id();
        if (body.amount() == null) {
            throw new InvalidInput("amount", "customer.sale.invalid.amount");
        }
        var currency = body.currency() == null ? "CNY" : body.currency();
        sales.note(actor, new SaleLine(customer, month, body.amount(), currency, body.base()));
        return new Sale(month, body.amount(), currency, body.base());
    }
}
