package org.huiyin.desk;

import java.time.Instant;
import org.huiyin.organization.WorkItem;
import org.huiyin.web.Due;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work on the desk.
 *
 * @param why how its date came about, where it has one
 * @param who whose it is, where that is not the reader
 */
public record Task(WorkItem item, String id, @Nullable Instant due, Due.@Nullable Why why, @Nullable String who) {}
