package org.huiyin.customer.web;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.huiyin.customer.ContactView;
import org.huiyin.customer.Contacts;
import org.huiyin.customer.CustomerPanel;
import org.huiyin.customer.CustomerView;
import org.huiyin.customer.GradeStep;
import org.huiyin.customer.GradingLineView;
import org.huiyin.customer.Gradings;
import org.huiyin.customer.RequirementView;
import org.huiyin.customer.Requirements;
import org.huiyin.customer.SaleLine;
import org.huiyin.customer.Sales;
import org.huiyin.customer.Upgrades;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Grade;
import org.huiyin.organization.People;
import org.huiyin.records.AttachmentList;
import org.huiyin.records.Attachments;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Gathers all that is known of a customer on one page; modules above add their cards. */
@Component
public class OnePage {

    private final Contacts contacts;
    private final Requirements requirements;
    private final Sales sales;
    private final Gradings gradings;
    private final Upgrades upgrades;
    private final Attachments attachments;
    private final People people;
    private final Choices choices;
    private final ObjectProvider<CustomerPanel> panels;

    OnePage(Contacts contacts, Requirements requirements, Sales sales, Gradings gradings, Upgrades upgrades, Attachments attachments,
            People people, Choices choices, ObjectProvider<CustomerPanel> panels) {
        this.contacts = contacts;
        this.requirements = requirements;
        this.sales = sales;
        this.gradings = gradings;
        this.upgrades = upgrades;
        this.attachments = attachments;
        this.people = people;
        this.choices = choices;
        this.panels = panels;
    }

    /** What the page shows. */
    public record View(
            CustomerView customer,
            @Nullable String owner,
            @Nullable Integer months,
            List<ContactView> contacts,
            List<RequirementView> requirements,
            List<SaleLine> sales,
            @Nullable GradingLineView proof,
            List<GradeStep> history,
            @Nullable Grade wanted,
            List<CustomerPanel.Content> middle,
            List<CustomerPanel.Content> side,
            List<CustomerPanel.Content> facts,
            List<Option> roles,
            List<Option> languages,
            List<Option> grades,
            boolean editable,
            boolean mayApply) {}

    ModelAndView draw(String template, Actor actor, Page page, CustomerView customer) {
        var now = YearMonth.from(page.today());
        var cards = panels.orderedStream().sorted(java.util.Comparator.comparingInt(CustomerPanel::order))
                .map(panel -> panel.of(actor, customer)).filter(Objects::nonNull).toList();
        var since = customer.details().partnerSince();
        var owner = customer.details().owner();
        boolean editable = actor.may("customer.edit") && customer.mergedInto() == null;
        var view = new View(customer, owner == null ? null : people.names().get(owner),
                since == null ? null : (int) java.time.temporal.ChronoUnit.MONTHS.between(since, page.today()),
                contacts.of(customer.id()), requirements.of(customer.id()),
                sales.of(customer.id(), now.minusMonths(12), now.plusMonths(1)), gradings.proof(customer.id()).orElse(null),
                gradings.history(customer.id()), upgrades.open(customer.id()).orElse(null),
                cards.stream().filter(c -> c.place() == CustomerPanel.Place.MIDDLE).toList(),
                cards.stream().filter(c -> c.place() == CustomerPanel.Place.SIDE).toList(),
                cards.stream().filter(c -> c.fact() != null).toList(), choices.roles(page), choices.languages(page),
                choices.grades(page).stream().filter(o -> Grade.valueOf(o.value()).betterThan(customer.grade()) && !o.value().equals("D")).toList(),
                editable, editable && customer.grade() != Grade.A);
        var model = new HashMap<String, Object>();
        model.put("view", view);
        model.put("names", people.names());
        AttachmentList files = attachments.list(actor, customer.id().subject());
        model.put("files", files);
        return new ModelAndView(template, model);
    }
}
