package org.huiyin.returns;

/** On what ground goods may be fetched: quality confirms that it is ours, or sales takes them back as goodwill (001/5.3.1). */
public enum Ground {
    OURS,
    NOT_OURS,
    GOODWILL
}
