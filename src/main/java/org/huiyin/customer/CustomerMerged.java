package org.huiyin.customer;

/** Two customers turned out to be one; who refers to the first refers to the second from now on. Heard inside the transaction. */
public record CustomerMerged(CustomerId from, CustomerId to) {}
