package org.huiyin.platform;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Label;
import org.huiyin.kernel.Money;
import org.huiyin.kernel.Sentence;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps sentences in the database, so that each reader gets them in her own language later. */
@Component
public class Sentences {

    private static final TypeReference<Stored> STORED = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> LABEL = new TypeReference<>() {};

    private final JsonMapper json;

    Sentences(JsonMapper json) {
        this.json = json;
    }

    /** The sentence as JSON; arguments keep their kind. */
    public String write(Sentence sentence) {
        return json.writeValueAsString(stored(sentence));
    }

    /** The sentence behind the JSON. */
    public Sentence read(String text) {
        return sentence(json.readValue(text, STORED));
    }

    private record Stored(String key, List<Map<String, Object>> args) {}

    private Stored stored(Sentence sentence) {
        return new Stored(sentence.key(), sentence.args().stream().map(this::argument).toList());
    }

    private Map<String, Object> argument(Object arg) {
        return switch (arg) {
            case Sentence inner -> Map.of("sentence", stored(inner));
            case Integer number -> Map.of("whole", number);
            case Long number -> Map.of("whole", number);
            case Number number -> Map.of("decimal", number.toString());
            case Instant instant -> Map.of("instant", instant.toString());
            case LocalDate date -> Map.of("date", date.toString());
            case YearMonth month -> Map.of("month", month.toString());
            case Money money -> Map.of("money", money.amount().toPlainString(), "currency", money.currency().getCurrencyCode());
            case Label label -> Map.of("label", label.texts());
            default -> Map.of("text", arg.toString());
        };
    }

    private Sentence sentence(Stored stored) {
        return new Sentence(stored.key(), stored.args().stream().map(this::value).toList());
    }

    private Object value(Map<String, Object> arg) {
        var kind = arg.containsKey("money") ? "money" : arg.keySet().iterator().next();
        var text = String.valueOf(arg.get(kind));
        return switch (kind) {
            case "sentence" -> sentence(json.convertValue(arg.get(kind), STORED));
            case "label" -> new Label(json.convertValue(arg.get(kind), LABEL));
            case "whole" -> Long.valueOf(text);
            case "decimal" -> new BigDecimal(text);
            case "instant" -> Instant.parse(text);
            case "date" -> LocalDate.parse(text);
            case "month" -> YearMonth.parse(text);
            case "money" -> new Money(new BigDecimal(text), Currency.getInstance(String.valueOf(arg.get("currency"))));
            default -> text;
        };
    }
}
