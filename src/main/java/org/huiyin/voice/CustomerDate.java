package org.huiyin.voice;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** The date the customer wrote into this voice, with a time where he gave one, in the company's zone (001/5.2.2.6). */
public record CustomerDate(LocalDate day, @Nullable LocalTime time) {}
