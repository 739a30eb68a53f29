package org.huiyin.claims.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with a form, so that all of it is said at once. */
final class Problems {

    private final Map<String, Sentence> found = new LinkedHashMap<>();

    /** The value, or nothing once its field is noted as wrong. */
    <T> @Nullable T read(Supplier<@Nullable T> reader) {
        try {
            return reader.get();
        } catch (InvalidInput wrong) {
            wrong.problems().forEach(found::putIfAbsent);
            return null;
        }
    }

    /** The value, or the substitute that is never used because the form is refused. */
    <T> T read(Supplier<T> reader, T substitute) {
        T read = read(reader::get);
        return read == null ? substitute : read;
    }

    void add(String field, String key, Object... args) {
        found.putIfAbsent(field, new Sentence(key, args));
    }

    void refuse() {
        if (!found.isEmpty()) {
            throw new InvalidInput(found);
        }
    }
}
