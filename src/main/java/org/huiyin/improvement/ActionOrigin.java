package org.huiyin.improvement;

/** Where an action comes from; the verifier follows from it (004/5.2, 5.13; D27). */
public enum ActionOrigin {
    SURVEY,
    COMPLAINT
}
