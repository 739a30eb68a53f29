package org.huiyin.customer;

/** What a contact does at the customer. */
public enum ContactRole { QUALITY, PURCHASING, LOGISTICS, RND, MANAGEMENT, OTHER }
