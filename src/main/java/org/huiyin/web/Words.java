package org.huiyin.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.huiyin.kernel.Label;
import org.huiyin.kernel.Money;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts sentences, dates, numbers and money into words in one language and time zone (DESIGN.md 4 and 5). */
public class Words {

    private static final Logger LOG = LoggerFactory.getLogger(Words.class);
    private static final Map<String, DateTimeFormatter> FORMATS = new ConcurrentHashMap<>();

    private final Messages messages;
    private final Language language;
    private final Clock clock;

    Words(Messages messages, Language language, Clock clock) {
        this.messages = messages;
        this.language = language;
        this.clock = clock;
    }

    public final Language language() {
        return language;
    }

    public final Locale locale() {
        return language.locale();
    }

    public final ZoneId zone() {
        return clock.getZone();
    }

    public final LocalDate today() {
        return LocalDate.now(clock);
    }

    public final Instant now() {
        return clock.instant();
    }

    /** The text of a key; a missing key shows itself and is logged, so that no page dies of it. */
    public final String t(String key, @Nullable Object... args) {
        String raw = messages.raw(language, key);
        if (raw == null) {
            LOG.error("No message {} in {}", key, language.code());
            return key;
        }
        return Template.fill(raw, args, this::say);
    }

    public final boolean knows(String key) {
        return messages.raw(language, key) != null;
    }

    /** The text of an enum constant, under MODULE.TYPE.CONSTANT: customer.grade.a for customer's Grade.A. */
    public final String label(Enum<?> constant) {
        Class<?> type = constant.getDeclaringClass();
        String module = type.getPackageName().replaceFirst("^org\\.huiyin\\.([a-z]+).*$", "$1");
        String name = Character.toLowerCase(type.getSimpleName().charAt(0)) + type.getSimpleName().substring(1);
        return t(module + "." + name + "." + constant.name().toLowerCase(Locale.ROOT));
    }

    /** Any argument as a person would write it; nothing is an empty text. */
    public final String say(@Nullable Object thing) {
        return switch (thing) {
            case null -> "";
            case Sentence sentence -> t(sentence.key(), sentence.args().toArray());
            case Label label -> label.in(locale());
            case Instant instant -> moment(instant);
            case LocalDate date -> date(date);
            case YearMonth month -> month(month);
            case LocalTime time -> format("web.date.clock", time);
            case Money money -> money(money.amount(), money.currency());
            case Number number -> number(number);
            case Enum<?> constant -> label(constant);
            default -> thing.toString();
        };
    }

    /** 5月8日, with the year only where it is another one. */
    public final String date(LocalDate date) {
        return format(date.getYear() == today().getYear() ? "web.date.day" : "web.date.year", date);
    }

    public final String date(Instant instant) {
        return date(at(instant).toLocalDate());
    }

    /** With the year in any case, for paper that is read years later. */
    public final String fullDate(LocalDate date) {
        return format("web.date.year", date);
    }

    public final String fullMoment(Instant instant) {
        return fullDate(at(instant).toLocalDate()) + " " + clock(instant);
    }

    /** 5月8日 周五. */
    public final String day(LocalDate date) {
        return t("web.date.named", date(date), weekday(date));
    }

    public final String weekday(LocalDate date) {
        return t("web.weekday." + date.getDayOfWeek().getValue());
    }

    /** One character for narrow strips: 三 or We. */
    public final String dow(LocalDate date) {
        return t("web.dow." + date.getDayOfWeek().getValue());
    }

    public final String month(YearMonth month) {
        return format(month.getYear() == today().getYear() ? "web.date.month" : "web.date.yearmonth", month);
    }

    public final String clock(Instant instant) {
        return format("web.date.clock", at(instant));
    }

    /** 5月8日 17:30. */
    public final String moment(Instant instant) {
        return date(instant) + " " + clock(instant);
    }

    /** As {@link #moment}, but says 今天, and the end of a day aloud as 24:00. */
    public final String deadline(Instant instant) {
        ZonedDateTime end = at(instant);
        boolean midnight = end.toLocalTime().equals(LocalTime.MIDNIGHT);
        LocalDate date = midnight ? end.toLocalDate().minusDays(1) : end.toLocalDate();
        String day = date.equals(today()) ? t("web.today") : date(date);
        return day + " " + (midnight ? t("web.date.midnight") : clock(instant));
    }

    /** How a promise stands now; done is null while it is open. */
    public final Due due(Instant at, Instant since, @Nullable Instant done) {
        return Due.standing(this, at, since, done);
    }

    public final String number(Number number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(12);
        if (number instanceof BigDecimal exact) {
            format.setMinimumFractionDigits(Math.max(0, exact.scale()));
        }
        return format.format(number);
    }

    /** One decimal, half up: 76.7. */
    public final String decimal(BigDecimal number) {
        return number(number.setScale(1, RoundingMode.HALF_UP));
    }

    /** A share between 0 and 1 as 91.9%. */
    public final String percent(BigDecimal share) {
        return decimal(share.movePointRight(2)) + "%";
    }

    /** Two decimals and the currency's word: 1,000.00 元. */
    public final String money(BigDecimal amount, Currency currency) {
        String key = "web.money." + currency.getCurrencyCode();
        String figure = number(amount.setScale(Math.max(2, amount.scale()), RoundingMode.UNNECESSARY));
        return knows(key) ? t(key, figure) : t("web.money", figure, currency.getCurrencyCode());
    }

    /** The value of a datetime-local input. */
    public final String typed(Instant instant) {
        return at(instant).toLocalDateTime().format(FORMATS.computeIfAbsent("uuuu-MM-dd'T'HH:mm", this::pattern));
    }

    final ZonedDateTime at(Instant instant) {
        return instant.atZone(zone());
    }

    private String format(String key, TemporalAccessor when) {
        return FORMATS.computeIfAbsent(language.code() + " " + t(key), known -> pattern(t(key))).format(when);
    }

    private DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale());
    }
}
