package org.huiyin.web;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.huiyin.kernel.Actor;

/** A menu line told in values: who sees it, under which line it is a tab, what it counts. Everybody sees a new one, without a badge. */
public record PlainEntry(MenuEntry.Group group, int order, String icon, String label, String path, String under,
        Predicate<SignedIn.Person> readers, Function<SignedIn.Person, Optional<MenuEntry.Badge>> badges) implements MenuEntry {

    PlainEntry(MenuEntry.Group group, int order, String icon, String label, String path) {
        this(group, order, icon, label, path, "", person -> true, person -> Optional.empty());
    }

    /** Only for those who hold the right. */
    public PlainEntry forRight(String right) {
        return forReaders(person -> person.may(right));
    }

    /** Only for those of whom this holds as well. */
    public PlainEntry forReaders(Predicate<SignedIn.Person> who) {
        return new PlainEntry(group, order, icon, label, path, under, readers.and(who), badges);
    }

    /** Gone while the company has the part switched off. */
    public PlainEntry whileOn(BooleanSupplier part) {
        return forReaders(person -> part.getAsBoolean());
    }

    /** A tab under the line with this path. */
    public PlainEntry tabUnder(String line) {
        return new PlainEntry(group, order, icon, label, path, line, readers, badges);
    }

    public PlainEntry with(Function<SignedIn.Person, Optional<MenuEntry.Badge>> badge) {
        return new PlainEntry(group, order, icon, label, path, under, readers, badge);
    }

    /** With the number of what is late, else of what is open. */
    public PlainEntry counting(ToLongFunction<Actor> late, ToLongFunction<Actor> open) {
        return with(person -> {
            long overdue = late.applyAsLong(person.actor());
            return overdue > 0 ? MenuEntry.Badge.late(overdue) : MenuEntry.Badge.count(open.applyAsLong(person.actor()));
        });
    }

    @Override
    public boolean seenBy(SignedIn.Person person) {
        return readers.test(person);
    }

    @Override
    public Optional<Badge> badge(SignedIn.Person person) {
        return badges.apply(person);
    }
}
