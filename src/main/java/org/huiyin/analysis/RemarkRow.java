package org.huiyin.analysis;

import java.util.UUID;

/** What a customer wrote beside the marks. */
public record RemarkRow(UUID answer, String number, String code, String name, String words) {}
