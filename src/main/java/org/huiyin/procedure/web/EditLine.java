package org.huiyin.procedure.web;

import java.time.Instant;
import org.huiyin.kernel.PersonId;
import org.huiyin.procedure.DraftEdit;
import org.huiyin.procedure.SettingCatalogue;
import org.huiyin.web.Page;

/** One edit of a draft in words. */
public record EditLine(Instant at, PersonId by, String name, String before, String after) {

    static EditLine of(DraftEdit edit, SettingCatalogue catalogue, SettingWords words, Page page) {
        return catalogue.find(edit.path())
                .map(setting -> new EditLine(edit.at(), edit.by(), words.name(setting), words.line(setting, edit.before()),
                        words.line(setting, edit.after())))
                .orElseGet(() -> new EditLine(edit.at(), edit.by(), page.t("procedure.words.whole"), "", ""));
    }
}
