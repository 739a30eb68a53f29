package org.huiyin.procedure.web;

import org.huiyin.procedure.Finding;
import org.huiyin.web.Page;

/** What a check found, with the name of the setting it is about. */
public record FindingLine(String path, String name, String text, boolean refuses) {

    static FindingLine of(Finding finding, Page page) {
        String key = "procedure.setting." + finding.path();
        String section = "procedure.section." + finding.path();
        String name = page.knows(key) ? page.t(key) : page.knows(section) ? page.t(section) : "";
        return new FindingLine(finding.path(), name, page.say(finding.sentence()), finding.refuses());
    }
}
