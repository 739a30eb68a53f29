package org.huiyin.desk.web;

import java.time.LocalDate;
import org.huiyin.kernel.Sentence;

/** A date to come, with what it is and where it leads. */
public record Coming(LocalDate day, Sentence what, String path) {}
