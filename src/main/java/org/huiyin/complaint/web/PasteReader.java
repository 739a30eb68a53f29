package org.huiyin.complaint.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.complaint.Catalogue;
import org.huiyin.complaint.ComplaintSection;
import org.huiyin.customer.CustomerRow;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.procedure.Procedures;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks through a pasted mail or chat for who, which parts and lots, how many and by when; proposes, and says what it saw. */
@Component
public class PasteReader {

    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");
    private static final Pattern PHONE = Pattern.compile("(?<![0-9])(?:\\+?86[- ]?)?(1[3-9][0-9]{9}|0[0-9]{2,3}-[0-9]{7,8}|09[0-9]{8})(?![0-9])");
    private static final Pattern PART = Pattern.compile("(?<![A-Za-z0-9])([A-Z]{1,4}-[0-9]{2,8}[A-Z0-9]*)(?![A-Za-z0-9-])");
    private static final Pattern LOT = Pattern.compile("(?:批号?|批次|Lot|LOT|lot)(?:号|號|No\\.?)?[:：#\\s]*([A-Za-z0-9][A-Za-z0-9-]{3,19})|(?<![A-Za-z0-9-])(2[0-9][01][0-9][0-3][0-9][A-Z])(?![A-Za-z0-9])");
    private static final Pattern QUANTITY = Pattern.compile("(?<![0-9./月-])([0-9]{1,7})\\s*(件|个|個|只|隻|pcs|PCS|箱|套|片|台|kg|KG)");
    private static final Pattern FULL_DATE = Pattern.compile("(20[0-9]{2})[-/.年]\\s?([0-9]{1,2})[-/.月]\\s?([0-9]{1,2})");
    private static final Pattern SHORT_DATE = Pattern.compile("(?<![0-9-])([0-9]{1,2})月([0-9]{1,2})[日号號]");
    private static final Pattern THEIRS = Pattern.compile("(?:投诉单?|客诉单?|客訴單?|异常单?|8D|SCAR|NCR|Complaint|单号|單號|编号|編號)(?:编号|編號|号|號|No\\.?)?[:：#\\s]+([A-Z]{2,}[A-Z0-9]*(?:-[A-Z0-9]+)+)");
    private static final Pattern COMPANY = Pattern.compile("[\\p{IsHan}A-Za-z0-9（）()]{2,30}(?:有限公司|公司|集团|集團|电子|電子|音响|音響|科技|汽车|汽車|工厂|工廠)");
    private static final int LONG_LINE = 30;
    private static final int LINES = 12;

    private final Customers customers;
    private final Catalogue catalogue;
    private final Procedures procedures;

    PasteReader(Customers customers, Catalogue catalogue, Procedures procedures) {
        this.customers = customers;
        this.catalogue = catalogue;
        this.procedures = procedures;
    }

    /** Something that was seen in the text: the message key of its field and what stood there. */
    public record Seen(String field, String value) {}

    record Read(IntakeForm form, List<CustomerRow> hits, List<Seen> seen) {}

    Read read(Actor actor, Page page, String text, IntakeForm empty) {
        var seen = new ArrayList<Seen>();
        var hits = customers(actor, text);
        var one = hits.size() == 1 ? hits.getFirst() : null;
        if (one != null) {
            seen.add(new Seen("who", one.name()));
        }
        var mail = first(MAIL, text, "mail", seen);
        var phone = first(PHONE, text, "phone", seen);
        var theirs = first(THEIRS, text, "customerNumber", seen);
        var wish = wish(page, text, seen);
        var lines = lines(text, theirs, seen);
        boolean isMail = Pattern.compile("(?im)^(from|subject|发件人|主题|寄件者|主旨)\\s*[:：]").matcher(text).find();
        var hints = procedures.inForce().section("complaint", ComplaintSection.class).hints(text);
        hints.forEach(word -> seen.add(new Seen("safety", word)));
        var form = new IntakeForm(empty.id(), one == null ? "" : one.id().value().toString(), one == null ? "" : one.name(), "", "", phone, mail, empty.receivedAt(),
                empty.receivedBy(), isMail ? "MAIL" : "WECHAT", text.strip(), "COMPLAINT", "AFTER", "", wish == null ? "" : wish.toString(), "", theirs, false, false,
                lines);
        return new Read(form.with(lines), hits.size() > 1 ? hits : List.of(), seen);
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

    /** Short lines and what looks like a company are held against the customer list. */
    private List<CustomerRow> customers(Actor actor, String text) {
        if (!actor.may("customer.read")) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        COMPANY.matcher(text).results().map(r -> r.group()).forEach(names::add);
        text.lines().map(String::strip).filter(l -> l.length() > 1 && l.length() <= LONG_LINE).limit(LINES).forEach(names::add);
        Set<CustomerRow> found = new LinkedHashSet<>();
        for (String name : names) {
            customers.search(actor, name, 3).stream().filter(row -> text.contains(row.name()) || row.shortName() != null && text.contains(row.shortName())
                    || row.name().contains(name)).forEach(found::add);
        }
        return List.copyOf(found);
    }

    private static @Nullable LocalDate wish(Page page, String text, List<Seen> seen) {
        LocalDate wish = null;
        for (Matcher full = FULL_DATE.matcher(text); full.find();) {
            wish = later(wish, day(Integer.parseInt(full.group(1)), full.group(2), full.group(3)), page.today());
        }
        for (Matcher brief = SHORT_DATE.matcher(text); brief.find();) {
            wish = later(wish, day(page.today().getYear(), brief.group(1), brief.group(2)), page.today());
        }
        if (wish == null && text.matches("(?s).*(明天|明日).{0,12}(前|回复|回覆|答复|答覆|说法|說法|报告|報告).*")) {
            wish = page.today().plusDays(1);
        }
        if (wish != null) {
            seen.add(new Seen("date", page.date(wish)));
        }
        return wish;
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
    private List<LineForm> lines(String text, String theirs, List<Seen> seen) {
        var lines = new ArrayList<LineForm>();
        var usual = "";
        for (String sentence : text.split("[\\n。；;]")) {
            var defect = catalogue.defects().stream().filter(d -> d.active() && sentence.contains(d.name())).map(Catalogue.Defect::name).findFirst().orElse("");
            var parts = all(PART, sentence, theirs);
            var lots = all(LOT, sentence, theirs);
            var quantities = QUANTITY.matcher(sentence).results().map(r -> r.group(1) + " " + r.group(2)).toList();
            int rows = Math.max(parts.size(), Math.max(lots.size(), parts.isEmpty() && lots.isEmpty() && !quantities.isEmpty() && lines.isEmpty() ? 1 : 0));
            usual = parts.isEmpty() ? usual : parts.getLast();
            for (int i = 0; i < rows; i++) {
                var part = parts.isEmpty() ? usual : parts.get(Math.min(i, parts.size() - 1));
                lines.add(new LineForm(part, "", i < lots.size() ? lots.get(i) : "", "", i < quantities.size() ? quantities.get(i) : "", defect, "", "", ""));
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
