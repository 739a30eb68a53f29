package org.huiyin.customer;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** The fields of a customer by name: which differ, and what stands in them. */
public final class CustomerFields {

    private static final RecordComponent[] COMPONENTS = CustomerDetails.class.getRecordComponents();

    private CustomerFields() {}

    /** What the second says where it differs from the first. */
    static Map<String, @Nullable Object> changed(CustomerDetails from, CustomerDetails to, boolean onlyFilled) {
        var before = all(from);
        var changed = new LinkedHashMap<String, @Nullable Object>();
        all(to).forEach((field, value) -> {
            if (!Objects.equals(value, before.get(field)) && (value != null || !onlyFilled)) {
                changed.put(field, value);
            }
        });
        return changed;
    }

    /** Every field by its name, as plain values. */
    public static Map<String, @Nullable Object> all(CustomerDetails details) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var component : COMPONENTS) {
            values.put(component.getName(), plain(read(component, details)));
        }
        return values;
    }

    /** The fields put together again from plain values. */
    public static CustomerDetails from(Map<String, @Nullable Object> values) {
        var types = new Class<?>[COMPONENTS.length];
        var arguments = new @Nullable Object[COMPONENTS.length];
        for (int i = 0; i < COMPONENTS.length; i++) {
            types[i] = COMPONENTS[i].getType();
            arguments[i] = rich(types[i], values.get(COMPONENTS[i].getName()));
        }
        try {
            return CustomerDetails.class.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable Object rich(Class<?> type, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (type == PersonId.class) {
            return new PersonId(UUID.fromString(value.toString()));
        }
        return type == LocalDate.class ? LocalDate.parse(value.toString()) : value;
    }

    private static @Nullable Object read(RecordComponent component, CustomerDetails details) {
        try {
            return component.getAccessor().invoke(details);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case PersonId person -> person.value().toString();
            case LocalDate day -> day.toString();
            default -> value;
        };
    }
}
