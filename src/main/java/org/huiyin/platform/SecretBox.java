package org.huiyin.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Seals what the database must keep but not be able to read; the key lies in a file beside that of the audit trail. */
@Component
public class SecretBox {

    private static final String SEALED = "v1:";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG = 128;

    private final SecretKeySpec key;
    private final SecureRandom chance = new SecureRandom();

    SecretBox(@Value("${huiyin.home:data}") Path home, @Value("${huiyin.secrets.key-file:}") String elsewhere) {
        var file = elsewhere.isBlank() ? home.resolve("keys").resolve("secrets.key") : Path.of(elsewhere);
        this.key = new SecretKeySpec(KeyFile.readOrMake(file), "AES");
    }

    /** @param place what the secret belongs to; it opens nowhere else */
    public String seal(String place, String secret) {
        var nonce = new byte[NONCE];
        chance.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, nonce, place, secret.getBytes(StandardCharsets.UTF_8));
        return SEALED + Base64.getEncoder().encodeToString(ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
    }

    /** Whether the text was sealed at all. */
    public boolean sealed(String text) {
        return text.startsWith(SEALED);
    }

    public String open(String place, String sealed) {
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed.substring(SEALED.length())));
        var nonce = new byte[NONCE];
        bytes.get(nonce);
        var rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return new String(run(Cipher.DECRYPT_MODE, nonce, place, rest), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, String place, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalStateException("A secret of " + place + " does not open with the key of this installation (keys/secrets.key); put the key back from a backup.", wrongKey);
        }
    }
}
