package org.huiyin.kernel;

/** Nothing of that name is here for this person: missing and "not yours" look the same; answered as 404. */
public final class NotFound extends RuntimeException {

    public NotFound(Object what) {
        super(String.valueOf(what));
    }
}
