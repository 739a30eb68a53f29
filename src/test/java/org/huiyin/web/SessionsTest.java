package org.huiyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.huiyin.HuiyinTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

@HuiyinTest
class SessionsTest {

    @Autowired SessionRepository<? extends Session> sessions;

    @Test
    void a_double_click_that_leaves_a_notice_twice_is_no_bug() {
        assertThat(secondOfTwo(sessions)).isEqualTo("second");
    }

    /** Both requests have read the session before either writes. */
    private static <S extends Session> String secondOfTwo(SessionRepository<S> sessions) {
        var fresh = sessions.createSession();
        sessions.save(fresh);
        var first = Objects.requireNonNull(sessions.findById(fresh.getId()));
        var second = Objects.requireNonNull(sessions.findById(fresh.getId()));
        first.setAttribute("notice", "first");
        second.setAttribute("notice", "second");
        sessions.save(first);
        sessions.save(second);
        var kept = Objects.requireNonNull(sessions.findById(fresh.getId())).<String>getAttribute("notice");
        sessions.deleteById(fresh.getId());
        return Objects.requireNonNull(kept);
    }
}
