package org.huiyin.kernel;

/** What was asked for does not exist or belongs to somebody else; answered as 404. */
public final class NotFound extends RuntimeException {

    public NotFound() {
        super("not found");
    }
}
