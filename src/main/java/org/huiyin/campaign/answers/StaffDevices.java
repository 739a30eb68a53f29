package org.huiyin.campaign.answers;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.huiyin.kernel.CompanyId;
import org.huiyin.kernel.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Knows the browsers in which somebody of the company has signed in, by a signed mark that they carry, so that an answer
 * from one of them is flagged; no address is kept (wiring.md, Personal data).
 */
@Component
public class StaffDevices {

    private static final String SETTING = "campaign.staffDevice";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 27;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private volatile byte @Nullable [] key;

    StaffDevices(JdbcClient sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /** The name under which a browser carries the company's mark. */
    public static String name(CompanyId company) {
        return "desk-" + company.value().toString().substring(24);
    }

    public String mark(CompanyId company) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(), ALGORITHM));
            var hash = mac.doFinal(company.value().toString().getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, LENGTH);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether the mark is ours; a made-up one says nothing. */
    public boolean genuine(CompanyId company, String mark) {
        return MessageDigest.isEqual(mark(company).getBytes(StandardCharsets.US_ASCII), mark.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] key() {
        var known = key;
        if (known == null) {
            known = transaction.execute(status -> stored());
            key = known;
        }
        return known;
    }

    /** Made once for the installation; two instances agree on the first. */
    private byte[] stored() {
        sql.sql("insert into platform.setting (name, value) values (?, ?) on conflict (name) do nothing")
                .params(SETTING, Tokens.next() + Tokens.next())
                .update();
        return sql.sql("select value from platform.setting where name = ?").param(SETTING).query(String.class).single()
                .getBytes(StandardCharsets.US_ASCII);
    }
}
