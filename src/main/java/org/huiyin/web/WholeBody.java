package org.huiyin.web;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Refuses what a program sends while a part is missing that its record does not call nullable: 422 with a sentence for
 * each such part, before any controller sees it.
 */
@ControllerAdvice
class WholeBody extends RequestBodyAdviceAdapter {

    @Override
    public boolean supports(MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object afterBodyRead(Object body, HttpInputMessage message, MethodParameter parameter, Type target,
            Class<? extends HttpMessageConverter<?>> converter) {
        Map<String, Sentence> missing = new LinkedHashMap<>();
        look("", body, missing);
        if (!missing.isEmpty()) {
            throw new InvalidInput(missing);
        }
        return body;
    }

    private static void look(String path, @Nullable Object value, Map<String, Sentence> missing) {
        if (value instanceof Collection<?> list) {
            int i = 0;
            for (Object part : list) {
                String at = path + "[" + i++ + "]";
                if (part == null) {
                    missing.put(at, new Sentence("web.invalid.missing"));
                } else {
                    look(at, part, missing);
                }
            }
        }
        if (!(value instanceof Record whole)) {
            return;
        }
        for (RecordComponent part : whole.getClass().getRecordComponents()) {
            Object inside = read(part, whole);
            String at = path.isEmpty() ? part.getName() : path + "." + part.getName();
            if (inside == null && !part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                missing.put(at, new Sentence("web.invalid.missing"));
            } else {
                look(at, inside, missing);
            }
        }
    }

    private static @Nullable Object read(RecordComponent part, Record whole) {
        try {
            var accessor = part.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(whole);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
