package org.huiyin.voice;

/** The way by which words reach us or the customer. */
public enum Channel {
    PHONE,
    WECHAT,
    MAIL,
    LETTER,
    FAX,
    VISIT,
    SURVEY,
    OTHER
}
