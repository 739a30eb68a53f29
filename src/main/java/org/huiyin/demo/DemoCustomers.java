package org.huiyin.demo;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.customer.ContactDetails;
import org.huiyin.customer.Contacts;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.Customers;
import org.huiyin.customer.SaleLine;
import org.huiyin.customer.Sales;
import org.springframework.stereotype.Component;

/** Forty customers with contacts and a year and a half of sales. */
@Component
class DemoCustomers {

    private static final int MONTHS = 18;

    private static final Map<Character, String> SOUNDS = sounds("""
            丁Ding 严Yan 何He 卢Lu 叶Ye 吕Lv 吴Wu 周Zhou 姜Jiang 孟Meng 张Zhang 方Fang 施Shi 曹Cao 白Bai 石Shi 程Cheng 许Xu 贺He 金Jin 陆Lu
            陶Tao 韩Han 顾Gu 高Gao 魏Wei 华Hua 青Qing 江Jiang 然Ran 一Yi 鸣Ming 慧Hui 皓Hao 越Yue 成Cheng 晓Xiao 衡Heng 文Wen 恺Kai 安An 欣Xin
            若Ruo 谷Gu 岩Yan 明Ming 远Yuan 可Ke 南Nan 磊Lei 立Li 群Qun 佳Jia 帆Fan 卓Zhuo 宇Yu 静Jing""");

    private static final Map<String, String> TRADITIONAL = Stream.of("严嚴 卢盧 叶葉 吕呂 吴吳 张張 许許 贺賀 陆陸 韩韓 顾顧 华華 鸣鳴 晓曉 恺愷 远遠 静靜".split(" "))
            .collect(Collectors.toMap(pair -> pair.substring(0, 1), pair -> pair.substring(1)));

    private final Customers customers;
    private final Contacts contacts;
    private final Sales sales;

    DemoCustomers(Customers customers, Contacts contacts, Sales sales) {
        this.customers = customers;
        this.contacts = contacts;
        this.sales = sales;
    }

    /** Enters so many of them as if they had been entered before the first round, in the order of their lines, each in the segment that the procedure knows. */
    List<CustomerId> enter(DemoCast cast, DemoDays days, int count, UnaryOperator<String> segment) {
        var entered = new ArrayList<CustomerId>();
        days.on(days.today().minusMonths(14), () -> DemoWords.table("customers").stream().limit(count)
                .forEach(line -> entered.add(enter(cast, days, entered.size() + 1, segment, line.split("\\|", -1)))));
        return entered;
    }

    private CustomerId enter(DemoCast cast, DemoDays days, int number, UnaryOperator<String> segment, String[] f) {
        var head = cast.as("SALES_HEAD");
        var details = new CustomerDetails(null, cast.word("customer." + number), null, cast.word("customer.type"), cast.word("customer.size"), cast.word("segment." + f[0]),
                cast.word("customer.products"), cast.word("segment." + segment.apply(f[0])), cast.word("region." + f[1]), null, null, cast.as("SALES_CLERK").id(),
                days.today().minusMonths(Integer.parseInt(f[6]) + 12L).withDayOfMonth(1), f[2], f[3], f[4], yes(f[7]), yes(f[8]), yes(f[9]), null);
        var customer = customers.create(head, details);
        for (String person : f[10].split(";", -1)) {
            var p = person.split(":", -1);
            contacts.add(head, customer, contact(called(p[0], cast.company().language()), p[1], p[2], cast.company().language()));
        }
        sell(cast, days, customer, new BigDecimal(f[5]));
        return customer;
    }

    /** A name as the company writes it: in Taiwan's characters, or as people spell theirs in English mails. */
    private static String called(String name, String language) {
        return switch (language) {
            case "en" -> spelled(name);
            case "zh-TW" -> name.chars().mapToObj(c -> String.valueOf((char) c)).map(c -> TRADITIONAL.getOrDefault(c, c)).collect(Collectors.joining());
            default -> name;
        };
    }

    /** The family name, then the given name. */
    private static String spelled(String name) {
        var sounds = name.chars().mapToObj(c -> SOUNDS.get((char) c)).toList();
        var given = String.join("", sounds.subList(1, sounds.size()));
        return sounds.getFirst() + " " + given.charAt(0) + given.substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    private static ContactDetails contact(String name, String role, String way, String language) {
        var phone = "1390000" + (1000 + Math.abs(name.hashCode() % 9000));
        return new ContactDetails(name, role, BigDecimal.ONE, null, phone, way.equals("LETTER") ? "0755-8800" + phone.substring(7) : null,
                way.equals("WECHAT") ? "wx_" + Integer.toHexString(Math.abs(name.hashCode())) : null, language);
    }

    private void sell(DemoCast cast, DemoDays days, CustomerId customer, BigDecimal monthly) {
        var chance = new Random(customer.value().getLeastSignificantBits());
        var first = YearMonth.from(days.today()).minusMonths(MONTHS);
        for (int month = 0; month < MONTHS; month++) {
            var factor = BigDecimal.valueOf(85 + chance.nextInt(31), 2);
            sales.note(cast.as("SALES_HEAD"), new SaleLine(customer, first.plusMonths(month), monthly.multiply(factor), "CNY", null));
        }
    }

    private static Map<Character, String> sounds(String table) {
        return Stream.of(table.split("\\s+")).collect(Collectors.toMap(pair -> pair.charAt(0), pair -> pair.substring(1)));
    }

    private static Boolean yes(String field) {
        return field.equals("yes");
    }
}
