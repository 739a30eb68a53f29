package org.huiyin.complaint.web;

import org.huiyin.complaint.Labels;
import org.huiyin.kernel.Actor;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tells the script that has read a bar code which fields it fills. */
@Controller
class LabelPages {

    private final Labels labels;

    LabelPages(Labels labels) {
        this.labels = labels;
    }

    @GetMapping("/c/{company}/labels")
    ResponseEntity<Labels.Read> read(Actor actor, @RequestParam(defaultValue = "") String text) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(labels.read(actor, text));
    }
}
