package org.huiyin.voice.web;

import org.jspecify.annotations.Nullable;

/** A customer's words as they are typed. */
public record NoteForm(
        @Nullable String customer,
        @Nullable String who,
        @Nullable String text,
        @Nullable String kind,
        @Nullable String channel,
        @Nullable String receivedAt,
        @Nullable String date,
        @Nullable String time) {

    static NoteForm empty(String receivedAt, @Nullable String customer, @Nullable String who) {
        return new NoteForm(customer, who, null, "CALL", "PHONE", receivedAt, null, null);
    }
}
