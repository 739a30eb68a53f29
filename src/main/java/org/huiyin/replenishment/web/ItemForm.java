package org.huiyin.replenishment.web;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.huiyin.kernel.Decimals;
import org.huiyin.kernel.Sentence;
import org.huiyin.replenishment.ItemView;
import org.huiyin.replenishment.NewItem;
import org.huiyin.replenishment.ReplenishmentSource;
import org.jspecify.annotations.Nullable;

/** Goods as they are typed. */
public record ItemForm(String part, String partName, String quantity, String unit, String price) {

    static ItemForm empty() {
        return new ItemForm("", "", "", "", "");
    }

    static ItemForm read(UnaryOperator<String> typed) {
        return new ItemForm(typed.apply("part"), typed.apply("partName"), typed.apply("quantity"), typed.apply("unit"), typed.apply("price"));
    }

    static ItemForm of(ItemView item) {
        return new ItemForm(item.part(), item.partName(), item.quantity().toPlainString(), item.unit(), item.price().toPlainString());
    }

    /** Goods of the return, of which only the price is missing. */
    static ItemForm of(ReplenishmentSource.Item item) {
        return new ItemForm(item.part(), item.partName(), item.quantity() == null ? "" : Decimals.plain(item.quantity()).toPlainString(), item.unit(), "");
    }

    boolean blank() {
        return (part + partName + quantity + price).isBlank();
    }

    /** The goods as they are meant; what is no figure goes into the problems under its field. */
    NewItem item(String at, Map<String, Sentence> problems) {
        return new NewItem(part, partName, figure(at + "quantity", quantity, problems), unit, figure(at + "price", price, problems));
    }

    private static BigDecimal figure(String field, String typed, Map<String, Sentence> problems) {
        var figure = figure(typed);
        if (figure == null) {
            problems.put(field, new Sentence("replenishment.invalid.figure"));
        }
        return figure == null ? BigDecimal.ZERO : figure;
    }

    /** Nothing where it is no figure; full-width digits, grouping and a currency sign are read. */
    private static @Nullable BigDecimal figure(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[,\\s\\u00a5\\u5143]", "");
        return plain.matches("-?\\d{1,12}(\\.\\d{1,12})?") ? new BigDecimal(plain) : null;
    }

    /** What can be reckoned with already, while somebody types. */
    @Nullable NewItem soFar() {
        var many = figure(quantity);
        var each = figure(price);
        return many == null || each == null || many.signum() <= 0 || each.signum() <= 0 ? null : new NewItem(part, partName, many, unit, each);
    }
}
