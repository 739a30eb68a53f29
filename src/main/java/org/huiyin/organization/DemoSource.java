package org.huiyin.organization;

import org.huiyin.kernel.Actor;

/** Fills the demo company of one procedure, so that a newcomer sees it at work; provided by a module that sees all others. */
public interface DemoSource {

    /** The procedure that it shows, such as {@code P001}; also the end of its company's address. */
    String procedure();

    /** The name of the demo company in a language such as {@code zh-CN}. */
    String name(String language);

    /** Enters people, customers, rounds and answers; runs once, inside the company, after it has been founded. */
    void furnish(Company demo, Actor administrator);
}
