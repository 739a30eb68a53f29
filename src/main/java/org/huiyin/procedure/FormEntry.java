package org.huiyin.procedure;

import java.time.LocalDate;
import org.huiyin.kernel.Label;

/** A form of the company's register: the code by which the software knows it, the number and revision it prints (001/7.1–7.8). */
public record FormEntry(String code, String number, String revision, LocalDate effective, Label name, String clause) {}
