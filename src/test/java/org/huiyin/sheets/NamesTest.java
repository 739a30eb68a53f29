package org.huiyin.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "博衡车联（苏州）有限公司, 博衡车联(苏州)有限公司", "ＡＢＣ 电子, abc电子", "博衡車聯有限公司, 博衡车联有限公司", "【博衡】车联, 博衡车联",
        "博衡·车联, 博衡 车联", "A.B.C. Co. Ltd, ABC CO LTD"
    })
    void seesThroughSpelling(String one, String other) {
        assertThat(Names.key(one)).isEqualTo(Names.key(other));
    }

    @Test
    void keepsTheLegalForm() {
        assertThat(Names.key("博衡有限公司")).isNotEqualTo(Names.key("博衡股份有限公司"));
    }

    @ParameterizedTest
    @CsvSource({
        "轴承座, zhouchengzuo, zcz", "重庆长安, chongqingchangan, cqca", "招商银行, zhaoshangyinhang, zsyh", "軸承座, zhouchengzuo, zcz",
        "ABC电机2厂, abcdianji2chang, abcdj2c", "绿源, lvyuan, ly", "博衡（苏州）, bohengsuzhou, bhsz"
    })
    void spellsBySound(String text, String full, String initials) {
        assertThat(Pinyin.full(text)).isEqualTo(full);
        assertThat(Pinyin.initials(text)).isEqualTo(initials);
    }
}
