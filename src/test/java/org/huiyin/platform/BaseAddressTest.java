package org.huiyin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.HuiyinTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.annotation.Transactional;

@HuiyinTest
@Transactional
class BaseAddressTest {

    private static final MockEnvironment LISTENING = new MockEnvironment().withProperty("local.server.port", "18202");

    @Autowired JdbcClient sql;

    /** Without it the demo companies of ./huiyin --demo stop at their first invitation. */
    @Test
    void who_only_tries_it_out_need_not_name_an_address() {
        nothingStored();
        assertThat(new BaseAddress("", true, LISTENING, sql).get()).contains("http://localhost:18202");
    }

    @Test
    void a_company_at_work_must_name_its_address() {
        nothingStored();
        assertThat(new BaseAddress("", false, LISTENING, sql).get()).isEmpty();
    }

    @Test
    void the_address_that_is_named_counts() {
        nothingStored();
        assertThat(new BaseAddress("https://echo.example/", true, LISTENING, sql).get()).contains("https://echo.example");
    }

    private void nothingStored() {
        sql.sql("delete from platform.setting where name = ?").param(BaseAddress.SETTING).update();
    }
}
