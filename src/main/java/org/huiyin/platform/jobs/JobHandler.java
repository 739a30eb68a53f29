package org.huiyin.platform.jobs;

/**
 * Does one kind of job; it may run more than once and must then do no harm.
 *
 * @param <P> the payload, a record that Jackson can write and read
 */
public interface JobHandler<P> {

    /** The stable name under which jobs are stored, such as {@code notification.mail}. */
    String name();

    /** The payload's class. */
    Class<P> payload();

    /** Does the work, inside the company it was asked in; opens its own transactions. An exception means: try again later. */
    void handle(P payload);

    /** How often a failing job is tried before it is given up and shown to the administrator. */
    default int attempts() {
        return 12;
    }

    /** Called once when the last attempt has failed. */
    default void givenUp(P payload, Throwable cause) {}
}
