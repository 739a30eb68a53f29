package org.huiyin.customer;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Objects;
import org.huiyin.sheets.Names;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** The columns of a customer as parameters of a statement. */
final class CustomerParameters extends MapSqlParameterSource {

    CustomerParameters(CustomerId id, CustomerDetails d, Instant now) {
        var code = Objects.requireNonNull(d.code());
        addValue("id", id.value());
        addValue("code", code);
        addValue("codeKey", Names.key(code));
        addValue("name", d.name());
        addValue("nameKey", Names.key(d.name()));
        addValue("shortName", d.shortName(), Types.VARCHAR);
        addValue("orgType", d.orgType(), Types.VARCHAR);
        addValue("orgSize", d.orgSize(), Types.VARCHAR);
        addValue("productType", d.productType(), Types.VARCHAR);
        addValue("demand", d.demand(), Types.VARCHAR);
        addValue("segment", d.segment(), Types.VARCHAR);
        addValue("region", d.region(), Types.VARCHAR);
        addValue("address", d.address(), Types.VARCHAR);
        addValue("deliveryAddress", d.deliveryAddress(), Types.VARCHAR);
        addValue("owner", d.owner() == null ? null : d.owner().value(), Types.OTHER);
        addValue("since", d.partnerSince(), Types.DATE);
        addValue("cooperation", d.cooperation(), Types.VARCHAR);
        addValue("potential", d.potential(), Types.VARCHAR);
        addValue("payment", d.payment(), Types.VARCHAR);
        addValue("unstableOrders", d.unstableOrders(), Types.BOOLEAN);
        addValue("wellKnown", d.wellKnown(), Types.BOOLEAN);
        addValue("coreIndustry", d.coreIndustry(), Types.BOOLEAN);
        addValue("fileNote", d.fileNote(), Types.VARCHAR);
        addValue("now", Timestamp.from(now));
    }

    CustomerParameters with(String name, Object value) {
        addValue(name, value);
        return this;
    }
}
