package org.huiyin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.huiyin.HuiyinTest;
import org.huiyin.kernel.CompanyId;
import org.huiyin.kernel.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a page stands on is read once in its visit, and never kept where something is written or for another company. */
@HuiyinTest
class CompanyScopeTest {

    @Autowired TransactionTemplate transaction;

    private final AtomicInteger reads = new AtomicInteger();

    private int read() {
        return CompanyScope.remember("figure", reads::incrementAndGet);
    }

    @Test
    void a_visit_reads_once() {
        var company = new CompanyId(Ids.next());
        CompanyScope.visit(company, () -> assertThat(read() + read()).isEqualTo(2));
        CompanyScope.visit(company, () -> assertThat(read()).as("the next visit reads anew").isEqualTo(2));
    }

    @Test
    void work_that_is_no_visit_reads_each_time() {
        CompanyScope.run(new CompanyId(Ids.next()), () -> assertThat(read() + read()).isEqualTo(3));
        assertThat(read()).isEqualTo(3);
    }

    @Test
    void a_transaction_that_writes_reads_anew() {
        CompanyScope.visit(new CompanyId(Ids.next()), () -> {
            read();
            transaction.executeWithoutResult(status -> assertThat(read() + read()).isEqualTo(5));
            return assertThat(read()).as("seen before").isEqualTo(1);
        });
    }

    @Test
    void another_company_within_the_visit_sees_nothing_of_it() {
        CompanyScope.visit(new CompanyId(Ids.next()), () -> {
            read();
            CompanyScope.run(new CompanyId(Ids.next()), () -> assertThat(read()).isEqualTo(2));
            return CompanyScope.<Integer, RuntimeException>visit(new CompanyId(Ids.next()), this::read);
        });
        assertThat(reads).hasValue(3);
    }
}
