package org.huiyin.records;

import java.time.Instant;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/** A file kept with a record: its cleaned name, its type as found in its content, its size and SHA-256 (ISO9001:2015/7.5.3). */
public record AttachmentView(
        UUID id,
        SubjectRef subject,
        String name,
        String mediaType,
        long size,
        String sha256,
        PersonId by,
        Instant at,
        @Nullable Strike struck) {

    /** Struck out: the file stays and says that it does not count, by whom and why. */
    public record Strike(String reason, PersonId by, Instant at) {}

    /** Whether a browser can draw it. */
    public boolean picture() {
        return FileKind.ofMediaType(mediaType).map(FileKind::shown).orElse(false);
    }
}
