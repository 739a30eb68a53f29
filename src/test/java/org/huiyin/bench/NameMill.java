package org.huiyin.bench;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Names of companies and people that nobody has, always the same for the same seed. */
final class NameMill {

    private static final List<String> PLACES = List.of("苏州", "宁波", "温岭", "合肥", "常州", "佛山", "青岛", "台州", "厦门", "重庆", "无锡", "中山");
    private static final String SOUNDS = "远航恒信嘉禾盛泰衡川屿海澄云松岳瑞丰启明宏图华宇金诺德润安达新锐高科立基天工";
    private static final List<String> TRADES = List.of("轴承", "电机", "减速机", "农机", "泵业", "传动", "汽车零部件", "风电设备", "包装机械", "液压");
    private static final List<String> KINDS = List.of("有限公司", "股份有限公司", "科技有限公司", "制造有限公司", "厂");
    private static final String FAMILY = "林韩周沈贺陆顾叶石秦白丁许何吕施张";
    private static final String GIVEN = "晓立衡谷成远风秋勇舒简宁青桐原川";

    private final Random random;
    private final Set<String> taken = new HashSet<>();

    NameMill(long seed) {
        random = new Random(seed);
    }

    String next() {
        while (true) {
            var name = one(PLACES) + letter(SOUNDS) + letter(SOUNDS) + letter(SOUNDS) + one(TRADES) + one(KINDS);
            if (taken.add(name)) {
                return name;
            }
        }
    }

    String product() {
        return "深沟球" + one(TRADES);
    }

    String segment() {
        return one(List.of("电机", "农机", "汽车", "风电"));
    }

    String region() {
        return one(List.of("华东", "华南", "华北", "西南", "海外"));
    }

    String person() {
        return letter(FAMILY) + letter(GIVEN) + letter(GIVEN);
    }

    private String one(List<String> many) {
        return many.get(random.nextInt(many.size()));
    }

    private String letter(String many) {
        int at = random.nextInt(many.length());
        return many.substring(at, at + 1);
    }
}
