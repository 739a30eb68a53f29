package org.huiyin.organization;

import java.util.List;
import org.huiyin.kernel.Actor;

/** A module's open work; each module that gives people work announces it by a bean, and the desk collects. */
public interface WorkSource {

    /** What waits for the actor, in her roles of today. */
    List<WorkItem> workFor(Actor actor);
}
