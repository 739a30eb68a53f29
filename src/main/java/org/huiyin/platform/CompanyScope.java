package org.huiyin.platform;

import java.util.Optional;
import java.util.function.Supplier;
import org.huiyin.kernel.CompanyId;

/** The company that the current request or job works for; the database filters every row by it. */
public final class CompanyScope {

    private static final ScopedValue<CompanyId> CURRENT = ScopedValue.newInstance();

    private CompanyScope() {}

    /** Runs the work inside the company. */
    public static void run(CompanyId company, Runnable work) {
        ScopedValue.where(CURRENT, company).run(work);
    }

    /** Runs the work inside the company and returns its result. */
    public static <T> T get(CompanyId company, Supplier<T> work) {
        return ScopedValue.where(CURRENT, company).call(work::get);
    }

    /** Runs work that may throw inside the company. */
    public static <T, X extends Throwable> T call(CompanyId company, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, company).call(work);
    }

    /** The company bound to this thread, if any. */
    public static Optional<CompanyId> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** The company bound to this thread; a programming error without one. */
    public static CompanyId required() {
        return current().orElseThrow(() -> new IllegalStateException("no company is bound to this thread"));
    }
}
