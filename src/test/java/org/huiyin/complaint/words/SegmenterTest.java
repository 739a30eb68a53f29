package org.huiyin.complaint.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which words of a text say what it is about. */
class SegmenterTest {

    private final Segmenter segmenter = new Segmenter();

    private List<String> words(String text, String... own) {
        return segmenter.words(text, new Segmenter.Own(List.of(own)));
    }

    @Test
    void words_of_the_trade_stay_whole_and_words_of_every_complaint_say_nothing() {
        assertThat(words("旋钮支架卡扣断裂，三批都有，请尽快处理")).contains("旋钮", "支架", "卡扣", "断裂").doesNotContain("尽快", "处理", "请", "三批");
        assertThat(words("轴承座温升异常，有异响，缺润滑脂")).contains("轴承座", "温升", "异响", "润滑脂");
    }

    @Test
    void traditional_text_gives_the_same_words() {
        assertThat(words("軸承座異響，潤滑脂不足")).contains("轴承座", "异响", "润滑脂");
    }

    @Test
    void the_companys_own_words_come_first_and_belong_to_it_alone() {
        assertThat(words("左前门饰板总成起泡", "门饰板总成").getFirst()).isEqualTo("门饰板总成");
        assertThat(words("一开箱就面板划伤", "面板划伤")).contains("面板划伤", "面板", "划伤").startsWith("面板划伤");
        assertThat(words("左前门饰板总成起泡")).doesNotContain("门饰板总成");
        assertThat(words("the knob-cap cracked twice", "knob-cap").getFirst()).isEqualTo("knob-cap");
        assertThat(words("knobs are fine", "knob")).doesNotContain("knob");
    }

    @Test
    void numbers_single_characters_and_masked_names_are_no_words() {
        assertThat(words("KB-2071 批号 260312A 共 36 件 XXXX 断")).allMatch(w -> w.matches("\\p{L}{2,}"));
        assertThat(words("XXXX charged an unauthorized fee in 2023")).contains("unauthorized", "fee").noneMatch(w -> w.startsWith("xx"));
        assertThat(words("")).isEmpty();
        assertThat(words("？！…… 123")).isEmpty();
    }

    @Test
    void a_long_text_gives_no_more_than_a_reader_takes_in() {
        assertThat(words("卡扣断裂，支架变形，面板划伤，外箱破损，线束松脱，插头发热，轴承异响，漏油，漏水，生锈，色差，气泡，毛刺，短路".repeat(200))).hasSize(Segmenter.MOST);
    }
}
