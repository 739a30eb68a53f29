package org.huiyin.organization;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Sentence;
import org.huiyin.platform.BaseAddress;
import org.huiyin.platform.CompanyScope;
import org.huiyin.platform.jobs.Jobs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The first steps on a fresh server: open until the first company exists, and only to who knows the code. */
@Service
public class Setup {

    private static final String DEMO = "demo";

    private final Companies companies;
    private final Accounts accounts;
    private final BaseAddress address;
    private final SetupCode code;
    private final SetupDrafts drafts;
    private final ObjectProvider<PresetNumbers> numbers;
    private final ObjectProvider<PresetSource> presets;
    private final ObjectProvider<DemoSource> demos;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final boolean demoAsked;

    Setup(Companies companies, Accounts accounts, BaseAddress address, SetupCode code, SetupDrafts drafts, ObjectProvider<PresetNumbers> numbers,
            ObjectProvider<PresetSource> presets, ObjectProvider<DemoSource> demos,
            Jobs jobs, JdbcClient sql, TransactionTemplate transaction, @Value("${huiyin.demo:false}") boolean demoAsked) {
        this.companies = companies;
        this.accounts = accounts;
        this.address = address;
        this.code = code;
        this.drafts = drafts;
        this.numbers = numbers;
        this.presets = presets;
        this.demos = demos;
        this.jobs = jobs;
        this.sql = sql;
        this.transaction = transaction;
        this.demoAsked = demoAsked;
    }

    /** Whether the first company is still to be founded. */
    public boolean open() {
        return companies.none();
    }

    /** Whether the code is the one on the console. */
    public boolean codeFits(String typed) {
        return open() && code.fits(typed);
    }

    /** Goes on in this browser, where an earlier one stopped; any other that was at it is told so at its next step. */
    public void take(String browser) {
        drafts.take(browser);
    }

    /** Whether the setup goes on in this browser. */
    public boolean heldBy(String browser) {
        return drafts.heldBy(browser);
    }

    /** What has been told so far. */
    public SetupDraft draft() {
        return drafts.draft();
    }

    public void keep(SetupDraft draft) {
        drafts.keep(draft);
    }

    /** The usual names of the roles, in their order. */
    public Map<String, String> roleNames(String language) {
        return RolePresets.names(language);
    }

    /** The forms with which a procedure starts. */
    public List<PresetNumbers.Form> forms(String preset) {
        return numbers.stream().flatMap(source -> source.forms(preset).stream()).toList();
    }

    /** The letters before document numbers with which a procedure starts. */
    public List<PresetNumbers.Prefix> prefixes(String preset) {
        return numbers.stream().flatMap(source -> source.prefixes(preset).stream()).toList();
    }

    /** What keeps the company's own numbers from being taken. */
    public Map<String, Sentence> problems(String preset, OwnNumbers own) {
        var found = new LinkedHashMap<String, Sentence>();
        numbers.forEach(source -> found.putAll(source.problems(preset, own)));
        return found;
    }

    /** The procedures to start from. */
    public List<Preset> presets() {
        return presets.stream().flatMap(source -> source.presets().stream()).toList();
    }

    /** The procedures of which a demo company can be had. */
    public List<String> demosOffered() {
        return demos.orderedStream().map(DemoSource::procedure).toList();
    }

    /** Whether the operator started Huiyin with a demo in mind. */
    public boolean demoAsked() {
        return demoAsked;
    }

    /** Founds the first company, and beside it the demo companies of the procedures that are wanted; the code is spent then. Links lead where the wizard was reached. */
    public Company finish(NewCompany plan, Set<String> wanted, String reached) {
        var company = companies.found(plan, () -> {
            sql.sql("select pg_advisory_xact_lock(4242)").query(row -> {});
            if (!companies.none()) {
                throw new BrokenRule("organization.setup.over");
            }
            address.keep(reached);
            code.drop();
            drafts.drop();
        });
        demos.orderedStream().filter(demo -> wanted.contains(demo.procedure())).forEach(demo -> foundDemo(plan, demo));
        return company;
    }

    private void foundDemo(NewCompany plan, DemoSource source) {
        var address = DEMO + "-" + source.procedure().toLowerCase(java.util.Locale.ROOT);
        var slug = plan.slug().equals(address) ? address + "-1" : address;
        var company = companies.found(new NewCompany(slug, source.name(plan.language()), plan.language(), source.procedure(),
                plan.personName(), plan.login(), plan.password(), plan.roles(), true));
        var account = accounts.find(plan.login()).orElseThrow();
        var person = accounts.personIn(account.id(), company.id()).orElseThrow();
        CompanyScope.run(company.id(), () -> transaction.executeWithoutResult(
                status -> jobs.soon(DemoOrder.NAME, new DemoOrder.Order(person.value(), source.procedure()))));
    }
}
