package org.huiyin.replenishment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huiyin.complaint.Catalogue;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.Procedures;
import org.huiyin.sheets.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses what cannot be ordered, field by field, and fills in what the catalogue of parts knows. */
@Component
class ProposalCheck {

    private static final int MOST_ITEMS = 100;
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_PART = 80;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_UNIT = 20;
    private static final int CENTS = 2;
    private static final int THOUSANDTHS = 3;
    private static final BigDecimal MOST = new BigDecimal("9999999");

    private final Catalogue catalogue;
    private final Procedures procedures;

    ProposalCheck(Catalogue catalogue, Procedures procedures) {
        this.catalogue = catalogue;
        this.procedures = procedures;
    }

    /** The order with the catalogue's numbers, names and units of its parts. */
    NewReplenishment checked(NewReplenishment typed, Optional<ReplenishmentSource.Line> source) {
        Map<String, Sentence> problems = new LinkedHashMap<>();
        if (source.isEmpty()) {
            problems.put("source", new Sentence("replenishment.invalid.source"));
        }
        source.filter(line -> !line.open()).ifPresent(line -> problems.put("source", new Sentence("replenishment.invalid.closed", line.number())));
        reason(typed, problems);
        if (typed.wantedBy() != null && typed.wantedBy().isBefore(procedures.today())) {
            problems.put("wantedBy", new Sentence("replenishment.invalid.wantedPast"));
        }
        var tidy = items(typed.items(), source.map(ReplenishmentSource.Line::items).orElse(List.of()), problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new NewReplenishment(typed.source(), typed.urgent(), typed.wantedBy(), typed.reason(), tidy);
    }

    private static void reason(NewReplenishment typed, Map<String, Sentence> problems) {
        if (typed.reason().isEmpty()) {
            problems.put("reason", new Sentence("replenishment.invalid.reason"));
        } else if (typed.reason().length() > LONGEST_REASON) {
            problems.put("reason", new Sentence("replenishment.invalid.long", LONGEST_REASON));
        }
    }

    private List<NewItem> items(List<NewItem> items, List<ReplenishmentSource.Item> known, Map<String, Sentence> problems) {
        if (items.isEmpty()) {
            problems.put("items", new Sentence("replenishment.invalid.noItems"));
        } else if (items.size() > MOST_ITEMS) {
            problems.put("items", new Sentence("replenishment.invalid.manyItems", MOST_ITEMS));
        }
        var tidy = new ArrayList<NewItem>();
        for (int i = 0; i < items.size() && i < MOST_ITEMS; i++) {
            tidy.add(item("items[" + i + "].", items.get(i), known, problems));
        }
        units(tidy, known, problems);
        return tidy;
    }

    /** A part is counted in one unit, on the order as on what it is for. */
    private static void units(List<NewItem> items, List<ReplenishmentSource.Item> known, Map<String, Sentence> problems) {
        Map<String, String> units = new HashMap<>();
        known.stream().filter(k -> !k.unit().isEmpty()).forEach(k -> units.putIfAbsent(Names.key(k.part()), k.unit()));
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var other = item.unit().isEmpty() ? null : units.putIfAbsent(Names.key(item.part()), item.unit());
            if (other != null && !other.equals(item.unit())) {
                problems.putIfAbsent("items[" + i + "].unit", new Sentence("replenishment.invalid.units", item.part(), other, item.unit()));
            }
        }
    }

    private NewItem item(String at, NewItem item, List<ReplenishmentSource.Item> known, Map<String, Sentence> problems) {
        var listed = catalogue.part(item.part());
        var named = known.stream().filter(k -> Names.key(k.part()).equals(Names.key(item.part()))).findFirst();
        part(at, item, listed.isPresent() || named.isPresent(), problems);
        quantity(item.quantity()).ifPresent(wrong -> problems.put(at + "quantity", wrong));
        price(item.price()).ifPresent(wrong -> problems.put(at + "price", wrong));
        var name = first(item.partName(), listed.map(Catalogue.Part::name), named.map(ReplenishmentSource.Item::partName));
        var unit = first(item.unit(), listed.map(Catalogue.Part::unit), named.map(ReplenishmentSource.Item::unit));
        if (unit.isEmpty() || unit.length() > LONGEST_UNIT) {
            problems.put(at + "unit", new Sentence("replenishment.invalid.unit"));
        }
        return new NewItem(listed.map(Catalogue.Part::part).orElse(item.part()), name, item.quantity(), unit, item.price());
    }

    private static void part(String at, NewItem item, boolean known, Map<String, Sentence> problems) {
        if (item.part().isEmpty()) {
            problems.put(at + "part", new Sentence("replenishment.invalid.part"));
        } else if (item.part().length() > LONGEST_PART || item.partName().length() > LONGEST_NAME) {
            problems.put(at + "part", new Sentence("replenishment.invalid.long", item.part().length() > LONGEST_PART ? LONGEST_PART : LONGEST_NAME));
        } else if (!known) {
            problems.put(at + "part", new Sentence("replenishment.invalid.unknownPart", item.part()));
        }
    }

    private static String first(String typed, Optional<String> listed, Optional<String> named) {
        return typed.isEmpty() ? Objects.requireNonNullElse(listed.filter(t -> !t.isEmpty()).or(() -> named).orElse(""), "") : typed;
    }

    private static Optional<Sentence> quantity(BigDecimal quantity) {
        if (quantity.signum() <= 0) {
            return Optional.of(new Sentence("replenishment.invalid.quantity"));
        }
        if (quantity.compareTo(MOST) > 0) {
            return Optional.of(new Sentence("replenishment.invalid.most", MOST));
        }
        return quantity.stripTrailingZeros().scale() > THOUSANDTHS ? Optional.of(new Sentence("replenishment.invalid.quantityDecimals")) : Optional.empty();
    }

    /** Nothing is free here: what the goods are worth decides who approves, whether the customer pays or not. */
    private static Optional<Sentence> price(BigDecimal price) {
        if (price.signum() <= 0) {
            return Optional.of(new Sentence(price.signum() < 0 ? "replenishment.invalid.negative" : "replenishment.invalid.free"));
        }
        if (price.compareTo(MOST) > 0) {
            return Optional.of(new Sentence("replenishment.invalid.most", MOST));
        }
        return price.stripTrailingZeros().scale() > CENTS ? Optional.of(new Sentence("replenishment.invalid.priceDecimals")) : Optional.empty();
    }

    /** The day a step names: planned from today on, shipped or received not in the future. */
    LocalDate day(@Nullable LocalDate day, boolean planned) {
        var today = procedures.today();
        if (day == null) {
            throw new InvalidInput("day", "replenishment.invalid.day");
        }
        if (planned ? day.isBefore(today) : day.isAfter(today)) {
            throw new InvalidInput("day", planned ? "replenishment.invalid.dayPast" : "replenishment.invalid.dayFuture");
        }
        return day;
    }
}
