package org.huiyin.claims;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.People;
import org.huiyin.organization.PersonView;
import org.springframework.stereotype.Component;

/** Notices go to units and speak of units: a person is neither addressed nor named (features-and-traps.md, trap 19). */
@Component
class NoticeCheck {

    private static final int MOST_POINTS = 1_000;
    private static final int LONG_ENOUGH = 3;

    private final People people;

    NoticeCheck(People people) {
        this.people = people;
    }

    /** The name of an open department. */
    String unit(UUID department) {
        return people.departments().stream().filter(d -> d.id().equals(department) && !d.closed()).findFirst()
                .orElseThrow(() -> people.names().keySet().stream().anyMatch(p -> p.value().equals(department))
                        ? new InvalidInput("unit", "claims.invalid.person") : new InvalidInput("unit", "claims.invalid.department"))
                .name();
    }

    /** The department of a name that a program or a person gave. */
    UUID named(String name) {
        var wanted = name.strip();
        return people.departments().stream().filter(d -> !d.closed() && (d.name().equals(wanted) || d.id().toString().equals(wanted.toLowerCase(Locale.ROOT))))
                .findFirst()
                .orElseThrow(() -> people.all().stream().anyMatch(p -> p.name().equals(wanted) || p.id().value().toString().equals(wanted.toLowerCase(Locale.ROOT)))
                        ? new InvalidInput("unit", "claims.invalid.person") : new InvalidInput("unit", "claims.invalid.department"))
                .id();
    }

    NoticeText text(NoticeText typed) {
        Map<String, Sentence> wrong = new LinkedHashMap<>();
        var amount = typed.amount();
        var points = typed.points();
        if ((amount == null) == (points == null)) {
            wrong.put("amount", new Sentence("claims.invalid.weight"));
        } else if (amount != null) {
            ClaimCheck.amount(amount).ifPresent(sentence -> wrong.put("amount", sentence));
        } else if (points < 1 || points > MOST_POINTS) {
            wrong.put("points", new Sentence("claims.invalid.points", MOST_POINTS));
        }
        var reason = typed.reason().strip();
        ClaimCheck.text(wrong, "reason", reason, 4000, true);
        person(reason).ifPresent(name -> wrong.put("reason", new Sentence("claims.invalid.named", name)));
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        return new NoticeText(amount == null ? null : scaled(amount), points, reason);
    }

    private static BigDecimal scaled(BigDecimal amount) {
        return amount.setScale(Figures.PLACES);
    }

    /** A person of the company whose full name stands in the text; names of two signs are too often ordinary words. */
    private Optional<String> person(String text) {
        return people.all().stream().map(PersonView::name).filter(name -> name.length() >= LONG_ENOUGH)
                .filter(name -> name.chars().allMatch(c -> c < 0x2E80)
                        ? Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])").matcher(text).find()
                        : text.contains(name))
                .findFirst();
    }
}
