package org.huiyin.claims.web;

import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.huiyin.organization.People;
import org.huiyin.web.Option;
import org.huiyin.web.Words;
import org.springframework.stereotype.Component;

/** What stands in the selects of claims and notices. */
@Component
class ClaimChoices {

    /** The currencies of the trade come first, then all others by their code. */
    private static final List<String> USUAL = List.of("CNY", "USD", "EUR", "JPY", "TWD", "HKD", "GBP", "KRW");

    private final People people;

    ClaimChoices(People people) {
        this.people = people;
    }

    List<Option> departments() {
        return people.departments().stream().filter(d -> !d.closed()).map(d -> new Option(d.id().toString(), d.name())).toList();
    }

    /** Those in use somewhere today, the usual ones first. */
    static List<Option> currencies(Words page, String home) {
        var rest = Arrays.stream(Locale.getISOCountries()).map(country -> Currency.getInstance(Locale.of("", country))).filter(Objects::nonNull)
                .map(Currency::getCurrencyCode).sorted();
        return Stream.concat(Stream.of(home), Stream.concat(USUAL.stream(), rest)).distinct().map(code -> new Option(code, word(page.locale(), code))).toList();
    }

    private static String word(Locale locale, String code) {
        return code + " " + Currency.getInstance(code).getDisplayName(locale);
    }

    static List<Option> options(Words page, Enum<?>... values) {
        return Arrays.stream(values).map(v -> new Option(v.name(), page.label(v))).toList();
    }
}
