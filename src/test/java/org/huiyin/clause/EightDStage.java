package org.huiyin.clause;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huiyin.improvement.eightd.EightDId;
import org.huiyin.improvement.eightd.EightDStep;
import org.huiyin.improvement.eightd.EightDSteps;
import org.huiyin.improvement.eightd.StepText;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;

/** Texts of a whole 8D about a broken snap, and how to write and end a step. */
final class EightDStage {

    private EightDStage() {}

    static Map<String, String> fields(String... pairs) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    static void write(EightDSteps steps, Actor by, EightDId id, EightDStep step, Map<String, String> fields) {
        StepText now = steps.texts(id).get(step);
        steps.save(by, id, step, fields, now == null ? 0 : now.version());
    }

    static void end(EightDSteps steps, Actor by, EightDId id, EightDStep step) {
        StepText now = steps.texts(id).get(step);
        steps.end(by, id, step, now == null ? 0 : now.version());
    }

    static void done(EightDSteps steps, Actor by, EightDId id, EightDStep step, Map<String, String> fields) {
        write(steps, by, id, step, fields);
        end(steps, by, id, step);
    }

    static Map<String, String> emergency() {
        return fields("needed", "YES", "what", "通知客户停用三个批，驻厂一人", "by", "周衡", "on", "2026-03-16");
    }

    static Map<String, String> team(PersonId member) {
        return fields("member.1.person", member.value().toString(), "member.1.function", "工艺分析", "member.2.name", "模具厂王工", "member.2.function", "模具");
    }

    static Map<String, String> problem() {
        var fields = fields("problem", "旋钮支架卡扣在装车时断裂，三批共 53 件");
        for (var question : new String[] {"what", "where", "when", "howMany", "who"}) {
            fields.put(question + ".is", "是 " + question);
            fields.put(question + ".isNot", "不是 " + question);
        }
        fields.put("what.difference", "3 月 12 日夜班换模");
        return fields;
    }

    static Map<String, String> containment() {
        var fields = fields("unit", "件");
        place(fields, "AT_CUSTOMER", "3447", "3447", "38", "SORT");
        place(fields, "IN_TRANSIT", "600", "", "", "SORT");
        place(fields, "STOCK", "1150", "1150", "11", "REWORK");
        place(fields, "IN_PROCESS", "480", "480", "0", "USE");
        place(fields, "IN_FIELD", "0", "", "", "NONE");
        fields.put("interim.1.words", "在库在制全检，拉力抽检每箱 5 件");
        fields.put("interim.1.effect", "复检 500 件，漏检 0 件");
        return fields;
    }

    static void place(Map<String, String> fields, String place, String quantity, String sorted, String defective, String decision) {
        fields.put("place." + place + ".quantity", quantity);
        fields.put("place." + place + ".sorted", sorted);
        fields.put("place." + place + ".defective", defective);
        fields.put("place." + place + ".decision", decision);
    }

    static Map<String, String> causes() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (var cell : new String[] {"OT", "OS", "NT", "NS"}) {
            var path = new StringBuilder("1");
            for (int level = 1; level <= 5; level++) {
                fields.put("why." + cell + "." + path, cell + " 第 " + level + " 层：保压偏低，换模后调用了旧参数");
                if (level < 5) {
                    path.append(".1");
                }
            }
            fields.put("root." + cell + "." + path, "true");
            fields.put("verified." + cell, "切片与拉力试验，复现两次");
        }
        return fields;
    }

    static Map<String, String> measures(PersonId owner, LocalDate due) {
        Map<String, String> fields = new LinkedHashMap<>();
        int line = 1;
        for (var cell : new String[] {"OT", "OS", "NT", "NS"}) {
            fields.put("measure." + line + ".cause", cell + ".1.1.1.1.1");
            fields.put("measure." + line + ".words", "措施 " + line + "：换模清单加“清除旧程序”，首件加拉力 60 N");
            fields.put("measure." + line + ".owner", owner.value().toString());
            fields.put("measure." + line + ".due", due.toString());
            fields.put("measure." + line + ".proof", "试做 300 件，拉力最小 63 N");
            line++;
        }
        return fields;
    }

    static Map<String, String> carried() {
        return fields("result", "三批 5,400 件，拉力最小 62 N，断裂 0 件", "withdrawn", "2026-03-27");
    }

    static Map<String, String> prevention() {
        return fields("across.1.what", "KB-2068、FP-330 与同一机台 7#", "across.1.checked", "YES", "across.1.result", "FP-330 同样缺一步，已改",
                "document.1.kind", "WORK_STANDARD", "document.1.number", "WI-07", "document.1.from", "A", "document.1.to", "B", "document.1.on", "2026-03-25",
                "lessons", "换参数要把旧程序一起删");
    }
}
