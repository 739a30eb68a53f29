package org.huiyin.campaign.answers;

import org.huiyin.campaign.Channel;

/** The way by which an answer came; counted apart, because who asks colours what is said (001/5.4.2.1, 002/5.1). */
public enum AnswerChannel {
    MAIL, WECHAT,
    /** By the link or QR code of a contact who had been asked in another way. */
    LINK,
    LETTER, FAX, PHONE, VISIT, SHEET;

    /** How an answer through the link of an invitation came. */
    static AnswerChannel through(Channel invited) {
        return switch (invited) {
            case MAIL -> MAIL;
            case WECHAT -> WECHAT;
            case LETTER, FAX, PHONE, VISIT, SHEET -> LINK;
        };
    }

    /** Whether one of us asked and wrote down. */
    public boolean spoken() {
        return this == PHONE || this == VISIT;
    }

    /** Whether it was typed in from paper, where items may be blank. */
    public boolean paper() {
        return this == LETTER || this == FAX;
    }
}
