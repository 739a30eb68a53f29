package org.huiyin.records;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** The content of a file, read piece by piece, so that no file stands whole in memory and no connection waits for a slow reader. */
public final class AttachmentContent {

    private final AttachmentView view;
    private final IntFunction<Optional<byte[]>> pieces;

    AttachmentContent(AttachmentView view, IntFunction<Optional<byte[]>> pieces) {
        this.view = view;
        this.pieces = pieces;
    }

    public AttachmentView view() {
        return view;
    }

    /** Writes the whole content; call it inside the company, outside a transaction. */
    public void writeTo(OutputStream out) throws IOException {
        for (int position = 0; ; position++) {
            var piece = pieces.apply(position);
            if (piece.isEmpty()) {
                return;
            }
            out.write(piece.get());
        }
    }
}
