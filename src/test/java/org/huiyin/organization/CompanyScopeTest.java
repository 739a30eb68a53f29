package org.huiyin.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.huiyin.kernel.BrokenRule;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HuiyinTest
class CompanyScopeTest {

    @Autowired Cast cast;
    @Autowired People people;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;

    @Test
    void one_company_never_sees_the_people_of_another() {
        var ours = cast.company("P001");
        var theirs = cast.company("P001");
        theirs.another("SALES_CLERK", "别家的人");
        assertThat(ours.in(() -> people.all())).extracting(PersonView::name).doesNotContain("别家的人");
    }

    @Test
    void a_connection_without_a_company_sees_no_row() {
        cast.company("P001");
        var rows = transaction.execute(s -> sql.sql("select count(*) from organization.person").query(Integer.class).single());
        assertThat(rows).isZero();
    }

    @Test
    void the_last_administrator_cannot_be_removed() {
        var troupe = cast.company("P001");
        var admin = troupe.admin();
        var view = troupe.in(() -> people.get(admin.id()));
        assertThatThrownBy(() -> troupe.run(() -> people.change(admin, admin.id(),
                        new NewPerson("管理员", null, null, null, null), Set.of("SALES_HEAD"), view.version())))
                .isInstanceOf(BrokenRule.class);
    }
}
