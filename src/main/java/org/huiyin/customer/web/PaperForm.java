package org.huiyin.customer.web;

/** What a printed form says of itself: its number and revision in the procedure in force. */
public record PaperForm(String name, String number, String revision) {}
