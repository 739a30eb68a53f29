package org.huiyin.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.huiyin.platform.KeyFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key of the chain: a file outside the database, so that whoever rules the database cannot compute a mark. */
@Component
class AuditKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    AuditKey(@Value("${huiyin.home:data}") Path home, @Value("${huiyin.audit.key-file:}") String elsewhere) {
        var file = elsewhere.isBlank() ? home.resolve("keys").resolve("audit.key") : Path.of(elsewhere);
        this.key = new SecretKeySpec(KeyFile.readOrMake(file), ALGORITHM);
    }

    /** The keyed mark over the parts; each is preceded by its length, so that no two lists of parts look alike. */
    byte[] mark(byte[]... parts) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (var part : parts) {
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Tells one key from another without telling anything of it. */
    String fingerprint() {
        var mark = mark("fingerprint".getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(mark, 8));
    }
}
