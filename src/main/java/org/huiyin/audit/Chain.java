package org.huiyin.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.UUID;

/** How a link of the chain is computed: each mark covers the place, the entry and the mark before it. */
final class Chain {

    /** Before the first entry. */
    static final byte[] START = new byte[32];

    private Chain() {}

    static byte[] link(AuditKey key, UUID company, long position, byte[] previous, UUID entry, byte[] entryMark) {
        return key.mark("seal".getBytes(UTF_8), Entry.bytes(company), ByteBuffer.allocate(Long.BYTES).putLong(position).array(),
                previous, Entry.bytes(entry), entryMark);
    }
}
