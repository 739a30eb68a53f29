package org.huiyin.approval;

import java.time.Instant;
import java.util.Set;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;

/**
 * Who signed what, when, in which roles, meaning what, over which content (wiring.md, "Signing").
 *
 * @param words the meaning as the signer read it
 */
public record SignatureView(
        SignatureId id,
        PersonId person,
        String personName,
        Set<String> roles,
        SubjectRef subject,
        Sentence meaning,
        String words,
        String contentHash,
        Way way,
        Instant at) {

    /** How the signer proved who she is. */
    public enum Way {
        PASSWORD, RECENT_PASSWORD, TOKEN
    }
}
