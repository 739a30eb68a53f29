package org.huiyin.customer;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the files of all active customers for a grading run. */
@Component
class CustomerFrameFiles {

    private final JdbcClient sql;
    private final CustomerRules rules;

    CustomerFrameFiles(JdbcClient sql, CustomerRules rules) {
        this.sql = sql;
        this.rules = rules;
    }

    List<CustomerView> active() {
        return sql.sql("select c.*, " + rules.file().missing() + " as missing from customer.customer c where c.active and c.merged_into is null order by c.code_key")
                .query(CustomerStore::view)
                .list();
    }
}
