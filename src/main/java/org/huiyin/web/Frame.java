package org.huiyin.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.huiyin.platform.CompanyScope;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/** The frame around a page, as the modules above fill it; each part may be missing. They are looked up at the first page, when all are there. */
@Component
class Frame {

    private final SingletonSupplier<SignedIn> signedIn;
    private final SingletonSupplier<List<MenuEntry>> entries;
    private final SingletonSupplier<Bell> bell;
    private final SingletonSupplier<ProcedureLine> procedure;
    private final SingletonSupplier<TransactionTemplate> reading;

    Frame(ObjectProvider<SignedIn> signedIn, ObjectProvider<MenuEntry> entries, ObjectProvider<Bell> bell,
            ObjectProvider<ProcedureLine> procedure, ObjectProvider<PlatformTransactionManager> transactions) {
        this.signedIn = SingletonSupplier.ofNullable(signedIn::getIfAvailable);
        this.entries = SingletonSupplier.of(() -> entries.stream().toList());
        this.bell = SingletonSupplier.ofNullable(bell::getIfAvailable);
        this.procedure = SingletonSupplier.ofNullable(procedure::getIfAvailable);
        this.reading = SingletonSupplier.ofNullable(() -> transactions.stream().map(Frame::reading).findFirst().orElse(null));
    }

    SignedIn.@Nullable Person person() {
        SignedIn known = signedIn.get();
        return known == null ? null : known.person().orElse(null);
    }

    SignedIn.@Nullable Company company() {
        SignedIn known = signedIn.get();
        return known == null ? null : known.company().orElse(null);
    }

    List<SignedIn.Company> companies() {
        SignedIn known = signedIn.get();
        return known == null ? List.of() : known.companies();
    }

    void choose(Language language) {
        SignedIn known = signedIn.get();
        if (known != null) {
            known.choose(language);
        }
    }

    List<Page.MenuGroup> menu(Page page) {
        return atOnce(() -> groups(page));
    }

    private List<Page.MenuGroup> groups(Page page) {
        List<Page.MenuGroup> menu = new ArrayList<>();
        for (MenuEntry.Group group : MenuEntry.Group.values()) {
            List<Page.MenuLine> lines = group == MenuEntry.Group.INTAKE ? List.of() : lines(group, page);
            if (!lines.isEmpty()) {
                menu.add(new Page.MenuGroup(group, lines));
            }
        }
        return menu;
    }

    boolean opens(String path) {
        SignedIn.Person person = person();
        return person != null && entries.obtain().stream().filter(entry -> entry.covers(path)).allMatch(entry -> sees(person, entry));
    }

    Optional<Page.MenuLine> intake(Page page) {
        return atOnce(() -> lines(MenuEntry.Group.INTAKE, page).stream().findFirst());
    }

    Optional<ProcedureLine.Line> procedure() {
        ProcedureLine line = procedure.get();
        return line == null || company() == null ? Optional.empty() : line.inForce();
    }

    @Nullable String bell(Page page) {
        Bell known = bell.get();
        return known == null || person() == null ? null : page.path(known.path());
    }

    int unread() {
        Bell known = bell.get();
        SignedIn.Person person = person();
        return known == null || person == null ? 0 : known.unread(person);
    }

    /** Each entry asks for itself; one transaction for all of them spares the page some forty. */
    private <T> T atOnce(Supplier<T> asked) {
        TransactionTemplate transaction = reading.get();
        return transaction == null ? asked.get() : Objects.requireNonNull(transaction.execute(status -> asked.get()));
    }

    private static TransactionTemplate reading(PlatformTransactionManager transactions) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setReadOnly(true);
        return template;
    }

    private static boolean sees(SignedIn.Person person, MenuEntry entry) {
        return CompanyScope.remember(entry, () -> entry.seenBy(person));
    }

    private List<Page.MenuLine> lines(MenuEntry.Group group, Page page) {
        SignedIn.Person person = person();
        if (person == null || company() == null) {
            return List.of();
        }
        return entries.obtain().stream()
                .filter(entry -> entry.group() == group && sees(person, entry) && !isTab(entry, person))
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .map(entry -> line(entry, person, page))
                .toList();
    }

    /** A tab whose line the reader does not see becomes a line itself. */
    private boolean isTab(MenuEntry entry, SignedIn.Person person) {
        return !entry.under().isEmpty() && entries.obtain().stream().anyMatch(line -> line.under().isEmpty() && line.path().equals(entry.under()) && sees(person, line));
    }

    private Page.MenuLine line(MenuEntry entry, SignedIn.Person person, Page page) {
        boolean here = stands(entry, page) || entries.obtain().stream().anyMatch(tab -> !entry.path().isEmpty() && tab.under().equals(entry.path()) && stands(tab, page));
        return new Page.MenuLine(entry.icon(), page.t(entry.label()), page.path(entry.path()), here, entry.badge(person));
    }

    private static boolean stands(MenuEntry entry, Page page) {
        String href = page.path(entry.path());
        return page.here().equals(href) || (!entry.path().isEmpty() && page.here().startsWith(href + "/"));
    }

    /** The tabs under a line, in order; the longest path that fits is where the reader is. */
    List<Page.MenuLine> tabs(String path, Page page) {
        SignedIn.Person person = person();
        return person == null ? List.of() : atOnce(() -> tabs(path, page, person));
    }

    private List<Page.MenuLine> tabs(String path, Page page, SignedIn.Person person) {
        var seen = entries.obtain().stream().filter(entry -> entry.under().equals(path) && sees(person, entry) && isTab(entry, person))
                .sorted(Comparator.comparingInt(MenuEntry::order)).toList();
        int longest = seen.stream().filter(entry -> stands(entry, page)).mapToInt(entry -> entry.path().length()).max().orElse(-1);
        return seen.stream().map(entry -> new Page.MenuLine(entry.icon(), page.t(entry.label()), page.path(entry.path()),
                stands(entry, page) && entry.path().length() == longest, entry.badge(person))).toList();
    }
}
