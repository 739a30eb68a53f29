package org.huiyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PointTest {

    @Test
    void an_interval_over_the_whole_scale_has_room_in_the_plot() {
        assertThat(Point.axis(List.of(Point.of("25-04", 62.5, 0, 100), Point.of("25-10", 80, 78, 82)), 75.0)).containsExactly(0, 100);
    }

    @Test
    void a_narrow_trend_fills_the_plot_and_shows_the_aim() {
        assertThat(Point.axis(List.of(Point.of("25-04", 73.9, 67.1, 80.7), Point.of("25-10", 78.2, 73.0, 83.4)), 75.0)).containsExactly(60, 90);
        assertThat(Point.axis(List.of(new Point("25-04", 82.0, null, null), Point.missing("25-10")), 75.0)).containsExactly(70, 90);
        assertThat(Point.axis(List.of(Point.of("25-04", 91.0, 90.5, 91.5)), null)).containsExactly(80, 100);
    }

    @Test
    void nothing_known_is_drawn_on_the_whole_scale() {
        assertThat(Point.axis(List.of(), null)).containsExactly(0, 100);
    }
}
