package org.huiyin.customer.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.huiyin.customer.CustomerFilter;
import org.huiyin.customer.Customers;
import org.huiyin.customer.Extracts;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.People;
import org.huiyin.procedure.Procedures;
import org.huiyin.sheets.ListFile;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetColumn.Kind;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.sheets.TableWriter;
import org.huiyin.web.Page;
import org.springframework.stereotype.Component;

/** Lists as files, written while they are sent, under the form number of the procedure. */
@Component
class Lists {

    private final Customers customers;
    private final People people;
    private final Procedures procedures;
    private final Extracts extracts;

    Lists(Customers customers, People people, Procedures procedures, Extracts extracts) {
        this.customers = customers;
        this.people = people;
        this.procedures = procedures;
        this.extracts = extracts;
    }

    /** The form as the procedure in force registers it; a form that it does not know has no number. */
    PaperForm form(String code, Page page) {
        return procedures.inForce().forms().stream().filter(form -> form.code().equals(code)).findFirst()
                .map(form -> new PaperForm(form.name().in(page.locale()), form.number(), form.revision()))
                .orElseGet(() -> new PaperForm(page.t("customer.form." + code), "", ""));
    }

    void customers(Actor actor, Page page, CustomerFilter filter, ListFile file) throws IOException {
        var names = people.names();
        var columns = List.of(text(page, "code"), text(page, "name").wide(34), text(page, "shortName"), text(page, "grade"),
                text(page, "orgType"), text(page, "orgSize"), text(page, "productType").wide(26), text(page, "segment"),
                text(page, "region"), text(page, "owner"), SheetColumn.of(page.t("customer.field.partnerSince"), Kind.DATE),
                SheetColumn.of(page.t("customer.contacts"), Kind.INTEGER), SheetColumn.of(page.t("customer.missing"), Kind.INTEGER));
        send(file, page, form("customerList", page), columns, writer -> customers.each(actor, filter, row -> writer.row(
                row.code(), row.name(), row.shortName(), Degrees.grade(page, row.grade()), row.orgType(), row.orgSize(), row.productType(),
                row.segment(), row.region(), row.owner() == null ? null : names.get(row.owner()), row.partnerSince(), row.contacts(), row.missing())));
    }

    void contacts(Actor actor, Page page, ListFile file) throws IOException {
        var fields = List.of("code", "name", "contact.name", "contact.role", "contact.weight", "contact.email", "contact.phone", "contact.fax",
                "contact.wechat", "contact.language");
        var columns = new ArrayList<>(fields.stream().map(f -> text(page, f)).toList());
        columns.add(SheetColumn.text(page.t("customer.contact.out")));
        file.send(plan(page, "contacts", columns), sheet -> extracts.contacts(actor, (whose, k) -> sheet.row(whose.code(), whose.name(), k.name(),
                page.t("customer.contactRole." + k.role().toLowerCase(Locale.ROOT)), k.weight(), k.email(), k.phone(), k.fax(), k.wechat(), k.language(),
                k.optedOut() ? page.t("customer.contact.out") : null)));
    }

    void sales(Actor actor, Page page, ListFile file) throws IOException {
        var columns = List.of(text(page, "code"), text(page, "name").wide(34), text(page, "month"),
                SheetColumn.of(page.t("customer.field.amount"), Kind.MONEY), text(page, "currency"), text(page, "base"));
        file.send(plan(page, "sales", columns), sheet -> extracts.sales(actor, (whose, line) -> sheet.row(whose.code(), whose.name(),
                line.month().toString(), line.amount(), line.currency(), line.base())));
    }

    private static SheetPlan plan(Page page, String what, List<SheetColumn> columns) {
        var company = page.company();
        var name = page.t("customer.extract." + what);
        return new SheetPlan(name, List.of(name, company == null ? "" : company.name()), columns);
    }

    static SheetColumn text(Page page, String field) {
        return SheetColumn.text(page.t("customer.field." + field));
    }

    void send(ListFile file, Page page, PaperForm form, List<SheetColumn> columns, Consumer<TableWriter> rows) throws IOException {
        var company = page.company();
        file.send(new SheetPlan(form.name(), List.of(form.name(), company == null ? "" : company.name(),
                form.number().isEmpty() ? "" : page.t("customer.form.line", form.number(), form.revision())), columns), rows);
    }
}
