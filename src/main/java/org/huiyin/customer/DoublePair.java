package org.huiyin.customer;

/** Two customers that may be one. @param same whether their names differ only in the legal form */
public record DoublePair(CustomerView first, CustomerView second, boolean same) {}
