package org.huiyin.organization;

import org.huiyin.kernel.Actor;

/** Fills a demo company, so that a newcomer sees rounds and answers; provided by a module that sees all others. */
public interface DemoSource {

    /** The name of the demo company in a language such as {@code zh-CN}. */
    String name(String language);

    /** Enters people, customers, rounds and answers; runs once, inside the company, after it has been founded. */
    void furnish(Company demo, Actor administrator);
}
