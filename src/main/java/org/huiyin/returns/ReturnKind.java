package org.huiyin.returns;

/** Whether we knew of the goods before they came (001/5.3.1, 5.3.2). */
public enum ReturnKind {
    AUTHORISED,
    UNANNOUNCED
}
