package org.huiyin.web;

import java.util.Map;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/** Why a request came to nothing, in words for the person who asked. */
public record Failure(
        HttpStatusCode status,
        String kind,
        Sentence sentence,
        Map<String, Sentence> problems,
        @Nullable StaleRecord stale,
        @Nullable String reference) {

    static Failure plain(int status, String kind, Sentence sentence) {
        return new Failure(HttpStatusCode.valueOf(status), kind, sentence, Map.of(), null, null);
    }

    static Failure plain(int status, String kind) {
        return plain(status, kind, new Sentence("web.failure." + kind + ".text"));
    }

    /** The key of the headline. */
    public String title() {
        return "web.failure." + kind;
    }
}
