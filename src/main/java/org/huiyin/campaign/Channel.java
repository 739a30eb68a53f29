package org.huiyin.campaign;

/** The ways in which a contact is asked and answers (001/5.4.2.1, 000/5-1). */
public enum Channel {
    MAIL, WECHAT, LETTER, FAX, PHONE, VISIT, SHEET;

    /** Whether the contact answers by a link alone. */
    public boolean online() {
        return this == MAIL || this == WECHAT;
    }

    /** Whether a sheet of paper goes out. */
    public boolean paper() {
        return this == LETTER || this == FAX;
    }

    /** Whether one of us asks and fills in. */
    public boolean spoken() {
        return this == PHONE || this == VISIT;
    }
}
