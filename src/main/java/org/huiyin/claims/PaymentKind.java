package org.huiyin.claims;

/** Whether an amount was put into the books or came in. */
public enum PaymentKind {
    BOOKED,
    RECOVERED
}
