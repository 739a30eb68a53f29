package org.huiyin.replenishment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What approvers agree to, word for word: the goods, the reason, and the orders that were added up. */
record Submission(String number, String source, boolean urgent, @Nullable String wantedBy, String reason, List<String> items, List<String> counted,
        String amount, String total) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Submission of(String number, String source, NewReplenishment order, AddedUp sum) {
        var wanted = order.wantedBy();
        return new Submission(number, source, order.urgent(), wanted == null ? null : wanted.toString(), order.reason(),
                order.items().stream().map(Submission::line).toList(),
                sum.counted().stream().map(c -> c.number() + " " + c.amount().toPlainString()).toList(),
                sum.amount().toPlainString(), sum.total().toPlainString());
    }

    private static String line(NewItem item) {
        return String.join("|", item.part(), item.partName(), item.quantity().stripTrailingZeros().toPlainString(), item.unit(),
                item.price().toPlainString(), item.amount().toPlainString());
    }

    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
