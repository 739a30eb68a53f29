package org.huiyin.complaint;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen in a pasted mail or chat: who, which parts and lots, how many and by when; proposals, each with the name
 * of its field (features-and-traps.md, feature 3).
 *
 * @param names what may be the name of the customer
 */
public record PastedText(String mail, String phone, String theirs, @Nullable LocalDate wish, boolean isMail, List<Line> lines, List<String> names, List<Seen> seen) {

    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");
    private static final Pattern PHONE = Pattern.compile("(?<![0-9])(?:\\+?86[- ]?)?(1[3-9][0-9]{9}|0[0-9]{2,3}-[0-9]{7,8}|09[0-9]{8})(?![0-9])");
    private static final Pattern PART = Pattern.compile("(?<![A-Za-z0-9])([A-Z]{1,4}-[0-9]{2,8}[A-Z0-9]*)(?![A-Za-z0-9-])");
    private static final Pattern LOT = Pattern.compile("(?:批号?|批次|Lot|LOT|lot)(?:号|號|No\\.?)?[:：#\\s]*([A-Za-z0-9][A-Za-z0-9-]{3,19})|(?<![A-Za-z0-9-])(2[0-9][01][0-9][0-3][0-9][A-Z])(?![A-Za-z0-9])");
    private static final Pattern QUANTITY = Pattern.compile("(?<![0-9./月-])([0-9]{1,7})\\s*(件|个|個|只|隻|pcs|PCS|箱|套|片|台|kg|KG)");
    private static final Pattern FULL_DATE = Pattern.compile("(20[0-9]{2})[-/.年]\\s?([0-9]{1,2})[-/.月]\\s?([0-9]{1,2})");
    private static final Pattern SHORT_DATE = Pattern.compile("(?<![0-9-])([0-9]{1,2})月([0-9]{1,2})[日号號]");
    private static final Pattern THEIRS = Pattern.compile("(?:投诉单?|客诉单?|客訴單?|异常单?|8D|SCAR|NCR|Complaint|单号|單號|编号|編號)(?:编号|編號|号|號|No\\.?)?[:：#\\s]+([A-Z]{2,}[A-Z0-9]*(?:-[A-Z0-9]+)+)");
    private static final Pattern COMPANY = Pattern.compile("[\\p{IsHan}A-Za-z0-9（）()]{2,30}(?:有限公司|公司|集团|集團|电子|電子|音响|音響|科技|汽车|汽車|工厂|工廠)");
    private static final Pattern MAIL_HEAD = Pattern.compile("(?im)^(from|subject|发件人|主题|寄件者|主旨)\\s*[:：]");
    private static final Pattern TOMORROW = Pattern.compile("(明天|明日).{0,12}(前|回复|回覆|答复|答覆|说法|說法|报告|報告)", Pattern.DOTALL);
    private static final int LONG_LINE = 30;
    private static final int LINES = 12;

    /** Something that was seen: its field and what stood there. */
    public record Seen(String field, String value) {}

    /** A part, lot, quantity with unit and defect that stand together. */
    public record Line(String part, String lot, String quantity, String defect) {}

    /** Looks through the text; the names of defects are those of the catalogue. */
    public static PastedText of(String text, List<String> defects, LocalDate today) {
        var seen = new ArrayList<Seen>();
        var mail = first(MAIL, text, "mail", seen);
        var phone = first(PHONE, text, "phone", seen);
        var theirs = first(THEIRS, text, "customerNumber", seen);
        var wish = wish(text, today);
        var lines = lines(text, theirs, defects, seen);
        var names = new LinkedHashSet<String>();
        COMPANY.matcher(text).results().map(r -> r.group()).forEach(names::add);
        text.lines().map(String::strip).filter(l -> l.length() > 1 && l.length() <= LONG_LINE).limit(LINES).forEach(names::add);
        return new PastedText(mail, phone, theirs, wish, MAIL_HEAD.matcher(text).find(), lines, List.copyOf(names), seen);
    }

    private static String first(Pattern pattern, String text, String field, List<Seen> seen) {
        var match = pattern.matcher(text);
        if (!match.find()) {
            return "";
        }
        var found = match.groupCount() > 0 && match.group(1) != null ? match.group(1) : match.group();
        seen.add(new Seen(field, found));
        return found;
    }

    private static @Nullable LocalDate wish(String text, LocalDate today) {
        LocalDate wish = null;
        for (Matcher full = FULL_DATE.matcher(text); full.find();) {
            wish = later(wish, day(Integer.parseInt(full.group(1)), full.group(2), full.group(3)), today);
        }
        for (Matcher brief = SHORT_DATE.matcher(text); brief.find();) {
            wish = later(wish, day(today.getYear(), brief.group(1), brief.group(2)), today);
        }
        return wish == null && TOMORROW.matcher(text).find() ? today.plusDays(1) : wish;
    }

    /** A wish lies before us; what lies behind is when it happened. */
    private static @Nullable LocalDate later(@Nullable LocalDate best, @Nullable LocalDate day, LocalDate today) {
        return day == null || day.isBefore(today) || best != null && best.isBefore(day) ? best : day;
    }

    private static @Nullable LocalDate day(int year, String month, String day) {
        try {
            return LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** A line for each part in the text, else for each lot; the quantity and the defect are those of the same sentence. */
    private static List<Line> lines(String text, String theirs, List<String> defects, List<Seen> seen) {
        var lines = new ArrayList<Line>();
        var usual = "";
        for (String sentence : text.split("[\\n。；;]")) {
            var defect = defects.stream().filter(sentence::contains).findFirst().orElse("");
            var parts = all(PART, sentence, theirs);
            var lots = all(LOT, sentence, theirs);
            var quantities = QUANTITY.matcher(sentence).results().map(r -> r.group(1) + " " + r.group(2)).toList();
            int rows = Math.max(parts.size(), Math.max(lots.size(), parts.isEmpty() && lots.isEmpty() && !quantities.isEmpty() && lines.isEmpty() ? 1 : 0));
            usual = parts.isEmpty() ? usual : parts.getLast();
            for (int i = 0; i < rows; i++) {
                var part = parts.isEmpty() ? usual : parts.get(Math.min(i, parts.size() - 1));
                lines.add(new Line(part, i < lots.size() ? lots.get(i) : "", i < quantities.size() ? quantities.get(i) : "", defect));
            }
            parts.forEach(p -> seen.add(new Seen("part", p)));
            lots.forEach(l -> seen.add(new Seen("lot", l)));
            quantities.forEach(q -> seen.add(new Seen("quantity", q)));
            if (!defect.isEmpty()) {
                seen.add(new Seen("defect", defect));
            }
        }
        return lines.stream().distinct().toList();
    }

    private static List<String> all(Pattern pattern, String text, String theirs) {
        var found = new LinkedHashSet<String>();
        for (Matcher match = pattern.matcher(text); match.find();) {
            var value = match.group(1) != null ? match.group(1) : match.group(match.groupCount());
            if (value != null && !theirs.contains(value)) {
                found.add(value);
            }
        }
        return List.copyOf(found);
    }
}
