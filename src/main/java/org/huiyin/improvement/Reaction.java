package org.huiyin.improvement;

/** How the customer took what we told. */
public enum Reaction {
    ACCEPTED,
    NO_ANSWER,
    REJECTED
}
