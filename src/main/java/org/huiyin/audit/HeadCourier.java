package org.huiyin.audit;

/** Carries the head of the chain out of the house; provided by a module that can send mail. */
public interface HeadCourier {

    /** Sends the head to the address, in the caller's transaction. */
    void carry(String address, Head head);
}
