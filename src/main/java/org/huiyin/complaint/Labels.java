package org.huiyin.complaint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Decimals;
import org.huiyin.kernel.Sentence;
import org.huiyin.sheets.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns what a label says into the fields of a line; words without a name are held against the parts and lots that we know. */
@Service
@Transactional(readOnly = true)
public class Labels {

    private static final String AMOUNT = "[0-9]{1,7}(\\.[0-9]{1,4})?";

    private final CatalogueStore catalogue;

    Labels(CatalogueStore catalogue) {
        this.catalogue = catalogue;
    }

    /** A line as the label fills it; what could not be told apart stands in the rest. */
    public record Read(String part, String lot, String serial, String quantity, List<String> rest) {}

    /** Who takes goods or words in, or looks for a lot, may read labels. */
    public Read read(Actor actor, String text) {
        if (!actor.may("complaint.record") && !actor.may("complaint.read") && !actor.may("return.record")) {
            throw new BrokenRule(Actor.MISSING_RIGHT, new Sentence("organization.right.complaint.record"));
        }
        var label = Label.of(text);
        var found = new Found(label);
        var prefixed = label.prefixed();
        if (prefixed != null && !known(label.words().getFirst()) && found.take(prefixed)) {
            return found.read(List.of());
        }
        return found.read(label.words().stream().filter(word -> !found.take(word)).toList());
    }

    private boolean known(String word) {
        var key = Names.key(word);
        return catalogue.part(key).isPresent() || !catalogue.partsOf(key).isEmpty();
    }

    private final class Found {

        private String part;
        private String lot;
        private String serial;
        private @Nullable BigDecimal quantity;
        private final String unit;

        Found(Label label) {
            part = label.part();
            lot = label.lot();
            serial = label.serial();
            quantity = label.quantity();
            unit = label.unit();
        }

        /** "P", "Q", "S", "T" and "H" before something that is known, or before a plain quantity. */
        boolean take(Label.Prefixed word) {
            var key = Names.key(word.rest());
            switch (word.letter()) {
                case "P" -> part = catalogue.part(key).map(Catalogue.Part::part).orElse("");
                case "Q" -> quantity = word.rest().matches(AMOUNT) ? Decimals.plain(new BigDecimal(word.rest())) : null;
                case "S" -> serial = word.rest().matches("\\d{4,}") ? word.rest() : "";
                default -> lot = catalogue.partsOf(key).isEmpty() ? "" : word.rest();
            }
            return !(part + lot + serial).isEmpty() || quantity != null;
        }

        boolean take(String word) {
            var key = Names.key(word);
            var known = part.isEmpty() ? catalogue.part(key) : java.util.Optional.<Catalogue.Part>empty();
            if (known.isPresent()) {
                part = known.get().part();
                return true;
            }
            if (lot.isEmpty() && !catalogue.partsOf(key).isEmpty()) {
                lot = word;
                return true;
            }
            if (quantity == null && !(part + lot).isEmpty() && word.matches(AMOUNT)) {
                quantity = Decimals.plain(new BigDecimal(word));
                return true;
            }
            return false;
        }

        Read read(List<String> rest) {
            var tidy = catalogue.part(Names.key(part)).map(Catalogue.Part::part).orElse(part);
            var amount = new ArrayList<String>();
            if (quantity != null) {
                amount.add(quantity.toPlainString());
                if (!unit.isEmpty()) {
                    amount.add(unit);
                }
            }
            return new Read(tidy, lot, serial, String.join(" ", amount), rest);
        }
    }
}
