package org.huiyin.organization.web;

import java.util.Map;
import org.huiyin.kernel.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page of the settings. */
@Controller
class SettingsPage {

    @GetMapping("/c/{company}/settings")
    ModelAndView show(Actor actor) {
        return new ModelAndView("organization/settings", Map.of("sections", Section.seen(actor)));
    }

}
