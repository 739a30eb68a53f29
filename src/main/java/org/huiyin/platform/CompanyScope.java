package org.huiyin.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.huiyin.kernel.CompanyId;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The company that the current request or job works for; the database filters every row by it. */
public final class CompanyScope {

    private static final ScopedValue<Bound> CURRENT = ScopedValue.newInstance();

    private CompanyScope() {}

    /** The company, and what a visit that only reads has seen of it so far. */
    private record Bound(CompanyId company, @Nullable Map<Object, Object> seen) {}

    /** Runs the work inside the company. */
    public static void run(CompanyId company, Runnable work) {
        ScopedValue.where(CURRENT, new Bound(company, null)).run(work);
    }

    /** Runs the work inside the company and returns its result. */
    public static <T> T get(CompanyId company, Supplier<T> work) {
        return ScopedValue.where(CURRENT, new Bound(company, null)).call(work::get);
    }

    /** Runs work that may throw inside the company. */
    public static <T, X extends Throwable> T call(CompanyId company, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, new Bound(company, null)).call(work);
    }

    /** Runs a visit that only reads inside the company: a page, which {@link #remember} spares reading the same thing over and over. */
    public static <T, X extends Throwable> T visit(CompanyId company, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, new Bound(company, new HashMap<>())).call(work);
    }

    /**
     * What the whole page stands on, such as the procedure in force: read once in a visit. Read anew outside of a visit, and in a
     * transaction that writes, which must see what it wrote.
     */
    @SuppressWarnings("unchecked") // under a key stands what its reader gave
    public static <T> T remember(Object key, Supplier<T> reader) {
        var seen = CURRENT.isBound() ? CURRENT.get().seen() : null;
        boolean writes = TransactionSynchronizationManager.isActualTransactionActive() && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
        if (seen == null || writes) {
            return reader.get();
        }
        var known = seen.get(key);
        if (known == null) {
            known = reader.get();
            seen.put(key, known);
        }
        return (T) known;
    }

    /** The company bound to this thread, if any. */
    public static Optional<CompanyId> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get().company()) : Optional.empty();
    }

    /** The company bound to this thread; a programming error without one. */
    public static CompanyId required() {
        return current().orElseThrow(() -> new IllegalStateException("no company is bound to this thread"));
    }
}
