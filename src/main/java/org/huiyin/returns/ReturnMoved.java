package org.huiyin.returns;

/** A return came to another stage. */
public record ReturnMoved(ReturnId id, ReturnStage stage) {}
