package org.huiyin.replenishment.web;

/**
 * What the reader may do with an order.
 *
 * @param change whether she proposed it and it has not left yet
 * @param work whether she plans and ships
 * @param note whether she may note its arrival
 * @param decide whether it is her turn to approve
 * @param release whether she may release it before its approval
 */
public record May(boolean change, boolean work, boolean note, boolean decide, boolean release) {}
